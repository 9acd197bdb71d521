namespace FeedbackBot.Store;

/// <summary>How delivery stands.</summary>
/// <param name="Waiting">Rows on their way to a channel or person.</param>
/// <param name="OldestSince">When the oldest of them was made.</param>
/// <param name="WithoutChannel">Rows that wait for a ward to get a channel, by ward id.</param>
/// <param name="Paused">Wards whose channel is paused, with the reason.</param>
/// <param name="Postponed">Rows that wait for quiet hours to end.</param>
/// <param name="GivenUp">Rows that can't be delivered for good.</param>
/// <param name="LastRefusal">Why the newest of them can't.</param>
public sealed record OutboxHealth(
    int Waiting,
    DateTimeOffset? OldestSince,
    IReadOnlyDictionary<string, int> WithoutChannel,
    IReadOnlyDictionary<string, string> Paused,
    int Postponed,
    int GivenUp,
    string? LastRefusal);
