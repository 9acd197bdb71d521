namespace FeedbackBot.Store.Rows;

/// <summary>One request that was made in a lane: what Teams counts.</summary>
public sealed class SendRow
{
    public long Id { get; init; }

    public required string Lane { get; init; }

    /// <summary>When its answer came, or when it was given up: Teams counted it before.</summary>
    public DateTimeOffset At { get; init; }
}
