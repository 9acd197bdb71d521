using FeedbackBot.Cases;

namespace FeedbackBot.Summary;

/// <summary>What a summary needs to know of a case.</summary>
/// <param name="Events">The whole history, oldest first.</param>
public sealed record CaseFacts(string CaseId, IReadOnlyList<CaseEvent> Events)
{
    public CaseMarks Marks { get; init; } = CaseMarks.None;
}
