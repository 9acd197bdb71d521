using FeedbackBot.Cases;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Summary;

/// <summary>What a summary needs to know of a case.</summary>
/// <param name="Events">The whole history, oldest first.</param>
public sealed record CaseFacts(string CaseId, IReadOnlyList<CaseEvent> Events)
{
    /// <summary>How its post is read now, after edits and corrections.</summary>
    public Reading Reading { get; init; } = Findings.None.Reading;

    /// <inheritdoc cref="Case.WasAlarming"/>
    public bool WasAlarming { get; init; }
}
