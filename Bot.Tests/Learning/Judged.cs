using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>A comment with what weights that never saw it make of it.</summary>
/// <param name="AlarmChance">How likely it must not wait.</param>
/// <param name="Fold">The part of the comments that it was kept apart with.</param>
internal sealed record Judged(Comment Comment, Scores Scores, float AlarmChance, int Fold)
{
    /// <summary>Scored by its words alone: what the figures are worth where nobody types as a trust's clerks do.</summary>
    public required Scores WithoutTyping { get; init; }
}
