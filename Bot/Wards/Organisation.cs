namespace FeedbackBot.Wards;

/// <summary>
/// The hospital this deployment serves: its wards, its day and who may do what, as the settings are at this moment. Everybody asks it anew;
/// who has built something of its own from it asks <see cref="Now"/> whether that is still what it was built from.
/// </summary>
public sealed class Organisation
{
    private OrganisationFacts _now;

    /// <exception cref="ArgumentException">The options have faults; the message lists every one with its cure.</exception>
    public Organisation(OrganisationOptions options) => _now = new(options);

    /// <summary>Raised after the settings have changed: hand over and return.</summary>
    public event Action? Changed;

    /// <summary>For those who ask several things that must fit together.</summary>
    public OrganisationFacts Now => Volatile.Read(ref _now);

    public string Name => Now.Name;

    public TimeZoneInfo TimeZone => Now.TimeZone;

    /// <inheritdoc cref="OrganisationFacts.Country"/>
    public string Country => Now.Country;

    /// <inheritdoc cref="OrganisationFacts.Hashtags"/>
    public IReadOnlyList<string> Hashtags => Now.Hashtags;

    public IReadOnlyList<Ward> Wards => Now.Wards;

    /// <inheritdoc cref="OrganisationFacts.FrontDesk"/>
    public Ward FrontDesk => Now.FrontDesk;

    /// <inheritdoc cref="OrganisationFacts.Admins"/>
    public IReadOnlyCollection<string> Admins => Now.Admins;

    /// <inheritdoc cref="OrganisationFacts.Find"/>
    public Ward? Find(string? wardId) => Now.Find(wardId);

    /// <inheritdoc cref="OrganisationFacts.Named"/>
    public Ward? Named(string? words) => Now.Named(words);

    /// <summary>The ward's name for people; its id where the ward is no longer configured.</summary>
    public string NameOf(string wardId) => Find(wardId)?.Name ?? wardId;

    public bool IsBoss(string personId) => Now.IsBoss(personId);

    /// <inheritdoc cref="OrganisationFacts.IsBossOf(string, string)"/>
    public bool IsBossOf(string personId, string wardId) => Now.IsBossOf(personId, wardId);

    /// <inheritdoc cref="OrganisationFacts.IsAlarmHeard"/>
    public bool IsAlarmHeard(string wardId) => Now.IsAlarmHeard(wardId);

    /// <inheritdoc cref="OrganisationFacts.MayCloseAlarms"/>
    public bool MayCloseAlarms(string personId, string wardId, bool isMember = false) => Now.MayCloseAlarms(personId, wardId, isMember);

    public bool IsAdmin(string personId) => Now.IsAdmin(personId);

    public bool IsFixer(string personId, string wardId) =>
        Find(wardId)?.Fixers.Contains(personId, StringComparer.OrdinalIgnoreCase) ?? false;

    /// <summary>From now on it is this.</summary>
    /// <exception cref="ArgumentException">The options have faults; then nothing changes.</exception>
    public void Change(OrganisationOptions options)
    {
        Volatile.Write(ref _now, new(options));
        Changed?.Invoke();
    }
}
