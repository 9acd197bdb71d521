namespace FeedbackBot.Store.Rows;

/// <summary>A case whose post's words stand in a message that isn't its card: an answer, or what someone was told in their own chat.</summary>
public sealed class QuotedMessageRow
{
    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The other cases in it have rows with the same activity.</summary>
    public required string CaseId { get; init; }

    /// <summary>The outbox lane in which it was sent, and in which it is taken back.</summary>
    public required string Lane { get; init; }

    public required string ServiceUrl { get; init; }

    public DateTimeOffset SentAt { get; init; }
}
