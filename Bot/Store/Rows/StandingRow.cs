namespace FeedbackBot.Store.Rows;

/// <summary>What one instance does at present, for all instances to tell.</summary>
public sealed class StandingRow
{
    public required string Name { get; init; }

    public required string Json { get; set; }

    /// <summary>When it was so.</summary>
    public DateTimeOffset At { get; set; }
}
