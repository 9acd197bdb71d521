using FeedbackBot.Cases.Patterns;

namespace FeedbackBot.Cases.Escalations;

/// <summary>What came of weighing a case: all of it is committed together, or none.</summary>
/// <param name="New">Each with a sentence that says why, for its card.</param>
/// <param name="Settled">Escalations as they were, and as they are now that something happened to their case: closed, or open once more.</param>
public sealed record Weighing(Case Case, IReadOnlyList<(Escalation Escalation, string Why)> New, IReadOnlyList<(Escalation Before, Escalation After)> Settled)
{
    public IReadOnlyList<PatternChange> Patterns { get; init; } = [];

    /// <summary>As <see cref="Case.AgainAfter"/> is to be.</summary>
    public string? AgainAfter { get; init; }

    /// <summary>Ids of cases whose cards say something else by now.</summary>
    public IReadOnlyCollection<string> Redrawn { get; init; } = [];
}
