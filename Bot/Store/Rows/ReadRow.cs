namespace FeedbackBot.Store.Rows;

/// <summary>A post or a person that X gave on a day: X bills each once a day, however often it gives them.</summary>
public sealed class ReadRow
{
    /// <summary>UTC, as X bills.</summary>
    public DateOnly Day { get; init; }

    public bool IsPerson { get; init; }

    public required string Id { get; init; }
}
