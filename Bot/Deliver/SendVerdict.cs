namespace FeedbackBot.Deliver;

/// <summary>What came of one request to Teams.</summary>
public abstract record SendVerdict
{
    private SendVerdict()
    {
    }

    /// <summary>Teams has it.</summary>
    /// <param name="ConversationId">The thread that was made, or the chat; null after an edit.</param>
    /// <param name="ActivityId">Null after an edit.</param>
    public sealed record Delivered(string? ConversationId, string? ActivityId) : SendVerdict;

    /// <summary>Not now.</summary>
    /// <param name="Delay">As Teams asked; null leaves it to the backoff.</param>
    public sealed record RetryAfter(TimeSpan? Delay, string Why) : SendVerdict;

    /// <summary>Not this way, however often.</summary>
    public sealed record GiveUp(GiveUpReason Reason, string Why) : SendVerdict;
}
