namespace FeedbackBot.Store.Rows;

/// <summary>How far a source has been read.</summary>
public sealed class CursorRow
{
    public required string Source { get; init; }

    public required string Value { get; set; }
}
