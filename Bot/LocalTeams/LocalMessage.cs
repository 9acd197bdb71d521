namespace FeedbackBot.LocalTeams;

/// <summary>One message in a channel's thread or a 1:1 chat.</summary>
/// <param name="Id">Milliseconds since 1970, as in Teams; unique and growing.</param>
/// <param name="Thread">The id of the thread's first message; null in a chat.</param>
public sealed record LocalMessage(
    string Id,
    string Conversation,
    string? Thread,
    LocalSender From,
    LocalContent Content,
    DateTimeOffset At,
    DateTimeOffset? EditedAt = null,
    bool Deleted = false)
{
    public bool StartsThread => Thread == Id;
}
