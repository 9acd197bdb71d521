namespace FeedbackBot.Store.Rows;

/// <summary>A card on which a case stands in a channel: its own, or a list of several.</summary>
public sealed class CardRow
{
    /// <summary>The channel's conversation id, and the outbox lane of its edits.</summary>
    public required string ChannelId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The thread's conversation id, where edits and replies go.</summary>
    public required string ThreadId { get; init; }

    public required string CaseId { get; init; }

    /// <summary>The ward it was posted for.</summary>
    public required string WardId { get; init; }

    /// <summary>The case's version that it shows.</summary>
    public int ShownVersion { get; set; }

    /// <summary>The card is a list; the other cases on it have rows with the same activity.</summary>
    public bool IsList { get; init; }

    public DateTimeOffset PostedAt { get; set; }
}
