using FeedbackBot.Triage;

namespace FeedbackBot.Wards;

/// <summary>Every fault in the organisation's settings, each naming the setting, its value and the cure.</summary>
public static class OrganisationFaults
{
    /// <returns>One sentence or two per fault; empty when the settings are whole.</returns>
    public static IReadOnlyList<string> Of(OrganisationOptions options) =>
        [.. OfOrganisation(options), .. OfWards(options), .. OfSites(options), .. OfHashtags(options), .. OfWords(options), .. PeopleFaults.Of(options)];

    private static IEnumerable<string> OfOrganisation(OrganisationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Name))
        {
            yield return "Organisation:Name is missing. Set it to the hospital's name.";
        }

        if (options.Hashtags.Count == 0)
        {
            yield return "Organisation:Hashtags is empty. Set Organisation:Hashtags:0 to the hashtag on the walls.";
        }

        if (string.Equals(options.Country, "UK", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Organisation:Country is '{options.Country}', and ISO 3166, by which X says where a post is withheld, has GB. Use GB.";
        }
        else if (options.Country is not [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')])
        {
            yield return $"Organisation:Country is '{options.Country}'. Use the two letters of ISO 3166, such as GB.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            yield return $"Organisation:TimeZone is '{options.TimeZone}', which this machine doesn't know. Use an IANA name such as Europe/London.";
        }

        if (QuietHours.Read(options.QuietHours) is null)
        {
            yield return $"Organisation:QuietHours is '{options.QuietHours}'. Use two times of day such as 22:00-07:00, or off.";
        }

        if (string.IsNullOrWhiteSpace(options.Lead) && options.Deputies.Count > 0)
        {
            yield return "People:Deputies is set and People:Lead isn't. Set People:Lead to the Entra object id of the safeguarding lead they stand in for.";
        }
    }

    private static IEnumerable<string> OfWards(OrganisationOptions options)
    {
        for (var i = 0; i < options.Wards.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.Wards[i].Id))
            {
                yield return $"Wards:{i}:Id is missing (its name is '{options.Wards[i].Name}'). Give the ward a short id of its own that never changes.";
            }
        }

        foreach (var twice in Numbered(options).Where(w => !string.IsNullOrWhiteSpace(w.Ward.Id))
            .GroupBy(w => w.Ward.Id!.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"{Are(twice, "Id")} '{twice.Key}'. Give each ward an id of its own.";
        }

        foreach (var twice in Numbered(options).GroupBy(w => Name(w.Ward), StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0 && g.Select(w => w.Ward.Id?.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1))
        {
            yield return $"{Are(twice, "Name")} '{twice.Key}', so nobody could tell them apart. Give each a name of its own, such as '{twice.Key} North'.";
        }

        var byId = Numbered(options).ToLookup(w => w.Ward.Id?.Trim() ?? "", w => w.Index, StringComparer.OrdinalIgnoreCase);
        foreach (var (index, ward) in Numbered(options).Where(w => !string.IsNullOrWhiteSpace(w.Ward.Name)))
        {
            foreach (var other in byId[ward.Name!.Trim()].Where(other => other != index).Take(1))
            {
                yield return $"Wards:{index}:Name is '{ward.Name.Trim()}', which is the id of Wards:{other}. Give it another name: who says it would mean that ward.";
            }
        }

        var frontDesks = Numbered(options).Where(w => w.Ward.FrontDesk).ToList();
        if (frontDesks.Count == 0)
        {
            yield return "No ward is the front desk, so a post that names no ward would have nowhere to go. Set Wards:N:FrontDesk to true for one ward.";
        }
        else if (frontDesks.Count > 1)
        {
            yield return $"{Are(frontDesks, "FrontDesk")} true. Leave it true for one ward only.";
        }
    }

    private static IEnumerable<string> OfSites(OrganisationOptions options)
    {
        var sites = options.Sites.Select((site, i) => (Place: $"Sites:{i}:Name", Name: site.Name?.Trim() ?? "")).ToList();
        var wards = Numbered(options).Where(w => !string.IsNullOrWhiteSpace(w.Ward.Site)).Select(w => (Place: $"Wards:{w.Index}:Site", Name: w.Ward.Site!.Trim())).ToList();
        foreach (var (place, name) in sites)
        {
            if (name.Length == 0)
            {
                yield return $"{place} is missing. Set it to the site's name as people say it, and Wards:N:Site to the same for each of its wards.";
            }
            else if (options.Wards.Any(w => Same(Name(w), name)))
            {
                yield return $"{place} is '{name}', which is a ward's name as well. Give the site another.";
            }
            else if (!wards.Exists(w => Same(w.Name, name)))
            {
                yield return $"{place} is '{name}', which no ward has, so its bosses would hear of nothing. Set Wards:N:Site to it for each of its wards, or remove the site.";
            }
        }

        foreach (var twice in sites.Where(s => s.Name.Length > 0).GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"{SettingNames.Are(twice.Select(s => s.Place))} '{twice.Key}'. Leave it to one, with the bosses of both.";
        }

        foreach (var (place, name) in wards.Where(w => !sites.Exists(s => Same(s.Name, w.Name))))
        {
            yield return $"{place} is '{name}', and no Sites:N:Name is. {(sites.Count == 0 ? "Add the site" : $"Use {string.Join(" or ", sites.Select(s => $"'{s.Name}'"))}, or add the site")}.";
        }

        static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> OfHashtags(OrganisationOptions options)
    {
        var all = options.Hashtags.Select((tag, i) => (Tag: Hashtag.Bare(tag), Place: $"Organisation:Hashtags:{i}"))
            .Concat(Numbered(options).SelectMany(w =>
                w.Ward.Hashtags.Select((tag, j) => (Tag: Hashtag.Bare(tag), Place: $"Wards:{w.Index}:Hashtags:{j}"))))
            .ToList();
        foreach (var (tag, place) in all.Where(t => !Hashtag.IsUsable(t.Tag)))
        {
            yield return $"{place} is '{tag}', which X doesn't take as a hashtag. Use letters, digits and underscores, and not digits alone.";
        }

        foreach (var twice in all.GroupBy(t => Folding.Hashtag(t.Tag)).Where(g => g.Count() > 1))
        {
            yield return $"{SettingNames.Are(twice.Select(t => t.Place))} '{twice.First().Tag}'. A hashtag can lead to one place only: change or remove the others.";
        }
    }

    /// <summary>Compared as a post is read, so "Gate 3" and "gate three" are the same words; one ward may have both.</summary>
    private static IEnumerable<string> OfWords(OrganisationOptions options)
    {
        var all = Numbered(options)
            .SelectMany(w => w.Ward.Words.Select((words, j) => (
                w.Index,
                Words: words.Trim(),
                Place: $"Wards:{w.Index}:Words:{j}",
                Read: string.Join(' ', new WordReader(words).Words.Select(r => NumberWords.InDigits(r.Text))))))
            .ToList();
        foreach (var (_, words, place, _) in all.Where(t => t.Read.Length == 0))
        {
            yield return $"{place} is '{words}', which has no word in it. Use words that patients say, such as 'the loo by X-ray', or remove it.";
        }

        foreach (var twice in all.Where(t => t.Read.Length > 0).GroupBy(t => t.Read).Where(g => g.Select(t => t.Index).Distinct().Count() > 1))
        {
            yield return $"{SettingNames.Are(twice.Select(t => t.Place))} '{twice.First().Words}'. Place words can lead to one ward only: change or remove the others.";
        }
    }

    private static IEnumerable<(int Index, WardOptions Ward)> Numbered(OrganisationOptions options) =>
        options.Wards.Select((ward, i) => (i, ward));

    private static string Name(WardOptions ward) => (string.IsNullOrWhiteSpace(ward.Name) ? ward.Id : ward.Name)?.Trim() ?? "";

    private static string Are(IEnumerable<(int Index, WardOptions Ward)> wards, string key) =>
        SettingNames.Are(wards.Select(w => $"Wards:{w.Index}:{key}"));
}
