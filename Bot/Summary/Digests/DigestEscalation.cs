using FeedbackBot.Cases;

namespace FeedbackBot.Summary.Digests;

/// <summary>Something that was brought to bosses and that nobody has taken yet.</summary>
/// <param name="Why">A sentence of ours.</param>
/// <param name="CaseId">The case; of several, the one that made them a pattern.</param>
public sealed record DigestEscalation(string WardId, string Why, string CaseId, DateTimeOffset OpenedAt)
{
    /// <summary>Who has its case; to see to what was brought is more than that, unless it was brought to them. Of several cases nobody is named.</summary>
    public Person? Claimer { get; init; }
}
