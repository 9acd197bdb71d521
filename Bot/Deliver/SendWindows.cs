namespace FeedbackBot.Deliver;

/// <summary>Teams' published limits (facts-teams.md, Limits).</summary>
public static class SendWindows
{
    /// <summary>
    /// Of one bot in one conversation; a channel with all its threads is one. Microsoft counts creating and sending apart, and says of neither whether an edit
    /// counts: here every request counts in one log, so that no reading of the rules is broken.
    /// </summary>
    public static IReadOnlyList<Window> Conversation { get; } =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>Of one app in one tenant.</summary>
    public static IReadOnlyList<Window> Tenant { get; } = [new(50, TimeSpan.FromSeconds(1))];
}
