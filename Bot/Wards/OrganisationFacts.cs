using FeedbackBot.Triage;

namespace FeedbackBot.Wards;

/// <summary>The organisation by one reading of its settings. Checked, so always whole, and never changed.</summary>
public sealed class OrganisationFacts
{
    private readonly Dictionary<string, Ward> _byId;
    private readonly Dictionary<string, Ward> _byName;
    private readonly Dictionary<string, Ward> _byHashtag;
    private readonly HashSet<string> _bosses;
    private readonly HashSet<string> _admins;

    /// <exception cref="ArgumentException">The options have faults; the message lists every one with its cure.</exception>
    public OrganisationFacts(OrganisationOptions options)
    {
        var faults = OrganisationFaults.Of(options);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        }

        Name = options.Name!.Trim();
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        Country = options.Country.ToUpperInvariant();
        Hashtags = [.. options.Hashtags.Select(Hashtag.Bare)];
        Sites = [.. options.Sites.Select(s => new Site(s.Name!.Trim(), People(s.Bosses)))];
        Wards = [.. options.Wards.Select(w => new Ward(
            w.Id!.Trim(),
            string.IsNullOrWhiteSpace(w.Name) ? w.Id.Trim() : w.Name.Trim(),
            [.. w.Hashtags.Select(Hashtag.Bare)],
            [.. w.Words],
            People(w.Fixers),
            w.FrontDesk)
        { Bosses = People(w.Bosses), Site = FindSite(w.Site) })];
        FrontDesk = Wards.Single(w => w.IsFrontDesk);
        _byId = Wards.ToDictionary(w => w.Id, StringComparer.OrdinalIgnoreCase);
        _byName = Wards.ToDictionary(w => w.Name, StringComparer.OrdinalIgnoreCase);
        _byHashtag = Wards.SelectMany(w => w.Hashtags, (ward, tag) => (ward, tag)).ToDictionary(t => Folding.Hashtag(t.tag), t => t.ward);
        Bosses = People(options.Bosses);
        Lead = string.IsNullOrWhiteSpace(options.Lead) ? null : EntraId.Of(options.Lead);
        Deputies = People(options.Deputies);
        QuietHours = QuietHours.Read(options.QuietHours)!;
        _bosses = new(Bosses, StringComparer.OrdinalIgnoreCase);
        _admins = new(People(options.Admins), StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    public TimeZoneInfo TimeZone { get; }

    /// <summary>Where it stands: what mustn't be shown there isn't. Two letters of ISO 3166.</summary>
    public string Country { get; }

    /// <summary>Without the #.</summary>
    public IReadOnlyList<string> Hashtags { get; }

    /// <summary>None in an organisation of one hospital.</summary>
    public IReadOnlyList<Site> Sites { get; }

    public IReadOnlyList<Ward> Wards { get; }

    /// <summary>The ward that receives what names no ward.</summary>
    public Ward FrontDesk { get; }

    /// <summary>Entra object ids of the bosses of all wards.</summary>
    public IReadOnlyList<string> Bosses { get; }

    /// <summary>The safeguarding lead's Entra object id; null where none is named.</summary>
    public string? Lead { get; }

    /// <summary>Entra object ids of the lead's deputies, in the order in which they are told.</summary>
    public IReadOnlyList<string> Deputies { get; }

    public QuietHours QuietHours { get; }

    /// <summary>The ward with this id; null where there is none (any more).</summary>
    public Ward? Find(string? wardId) => wardId is not null && _byId.TryGetValue(wardId, out var ward) ? ward : null;

    /// <summary>The ward a person means by its id, its name or a hashtag; null when none fits.</summary>
    public Ward? Named(string? words)
    {
        var text = words?.Trim() ?? "";
        if (Find(text) is { } byId)
        {
            return byId;
        }

        return _byName.GetValueOrDefault(text) ?? _byHashtag.GetValueOrDefault(Folding.Hashtag(Hashtag.Bare(text)));
    }

    /// <summary>The site of this name; null where there is none.</summary>
    public Site? FindSite(string? name) => Sites.FirstOrDefault(s => string.Equals(s.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids of the site's wards.</summary>
    public IReadOnlyList<string> WardsOf(Site site) => [.. Wards.Where(w => w.Site == site).Select(w => w.Id)];

    /// <summary>Ids of the people who look after the bot.</summary>
    public IReadOnlyCollection<string> Admins => _admins;

    public bool IsBoss(string personId) => _bosses.Contains(personId);

    /// <summary>A boss of this ward, of its site, or of all.</summary>
    public bool IsBossOf(string personId, string wardId) =>
        IsBoss(personId) || (Find(wardId) is { } ward && (Has(ward.Bosses, personId) || IsBossOf(personId, ward.Site)));

    /// <summary>A boss of this very site.</summary>
    public bool IsBossOf(string personId, Site? site) => site is not null && Has(site.Bosses, personId);

    /// <summary>A boss of something, the safeguarding lead or a deputy.</summary>
    public bool LooksAfterAnything(string personId) =>
        Wards.Any(w => IsBossOf(personId, w.Id)) || IsLeadOrDeputy(personId);

    /// <summary>Whether anybody hears what must not wait in this ward: the safeguarding lead, or a boss.</summary>
    public bool IsAlarmHeard(string wardId) =>
        Lead is not null || Bosses.Count > 0 || (Find(wardId) is { } ward && (ward.Bosses.Count > 0 || ward.Site is { Bosses.Count: > 0 }));

    /// <summary>
    /// Closes what must not wait: the safeguarding lead and the deputies; the ward's bosses where there is no lead; where there is neither, its channel's members, or it would
    /// stay open for ever.
    /// </summary>
    public bool MayCloseAlarms(string personId, string wardId, bool isMember = false) =>
        !IsAlarmHeard(wardId) ? isMember
        : Lead is null ? IsBossOf(personId, wardId)
        : IsLeadOrDeputy(personId);

    private bool IsLeadOrDeputy(string personId) => Lead is not null && Has([Lead, .. Deputies], personId);

    private static List<string> People(IEnumerable<string> ids) => [.. ids.Select(EntraId.Of)];

    private static bool Has(IEnumerable<string> ids, string personId) => ids.Contains(personId, StringComparer.OrdinalIgnoreCase);

    public bool IsAdmin(string personId) => _admins.Contains(personId);
}
