namespace FeedbackBot.LocalTeams;

/// <summary>What the make-believe Teams needs to know.</summary>
public sealed class LocalTeamsOptions
{
    /// <summary>Where the bot listens; null when it lives in this same server.</summary>
    public Uri? BotUrl { get; set; }

    /// <summary>The file that keeps every message across restarts; null or empty keeps them in memory only.</summary>
    public string? History { get; set; } = "data/local-teams.jsonl";

    public string TenantId { get; set; } = "00000000-0000-4000-8000-0000000000ff";

    public string OrganisationName { get; set; } = "Local hospital";

    /// <summary>Without the #. The page's post box begins with the first and warns when none is in the post.</summary>
    public IReadOnlyList<string> Hashtags { get; set; } = [];

    public IReadOnlyList<LocalChannel> Channels { get; set; } = [];

    public IReadOnlyList<LocalPerson> People { get; set; } = LocalPeople.All;

    /// <summary>Done once before the bot is told that it is installed; null for nothing.</summary>
    public Func<CancellationToken, Task>? BeforeInstallation { get; set; }

    /// <summary>Teams gives up on a click after about this long and repeats it.</summary>
    public TimeSpan ClickTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
