namespace FeedbackBot.Store.Rows;

/// <summary>Work that one instance at a time does.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}
