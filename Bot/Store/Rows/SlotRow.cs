namespace FeedbackBot.Store.Rows;

/// <summary>The next free slot of something that all instances share.</summary>
public sealed class SlotRow
{
    public required string Name { get; init; }

    /// <summary>Microseconds since 1970, UTC: both databases can add to a number.</summary>
    public long NextAt { get; set; }
}
