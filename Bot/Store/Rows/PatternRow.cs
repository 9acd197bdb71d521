using FeedbackBot.Triage;

namespace FeedbackBot.Store.Rows;

/// <summary>A pattern as it's stored.</summary>
public sealed class PatternRow
{
    public required string Id { get; init; }

    public required string WardId { get; init; }

    public Topic Topic { get; init; }

    public int RuleVersion { get; init; }

    /// <summary>JSON: they're only ever read with their pattern.</summary>
    public required string Complaints { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset ToldAt { get; set; }

    public DateTimeOffset? TellAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>A sentence for its card; null while it lasts.</summary>
    public string? WhyEnded { get; set; }
}
