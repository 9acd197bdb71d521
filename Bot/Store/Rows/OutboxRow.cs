namespace FeedbackBot.Store.Rows;

/// <summary>One intention: something that Teams still has to be told, or was.</summary>
public sealed class OutboxRow
{
    /// <summary>Grows: within a lane, rows are sent in this order.</summary>
    public long Id { get; init; }

    /// <summary>The conversation whose order it keeps; null while its ward has no channel.</summary>
    public string? Lane { get; set; }

    /// <summary>Set when the lane follows the ward's link; null when the lane is fixed.</summary>
    public string? WardId { get; init; }

    public string? CaseId { get; init; }

    /// <summary>The intention as JSON; drawn only when it is sent.</summary>
    public required string Intention { get; init; }

    /// <summary>Unique where set: the same cause leaves one row, however often it arrives.</summary>
    public string? Key { get; init; }

    public OutboxState State { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>What Teams last answered, for people who look after it.</summary>
    public string? LastAnswer { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
