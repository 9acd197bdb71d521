using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Learning;

/// <summary>A comment with what weights that never saw it make of it.</summary>
/// <param name="Fold">The part of the comments that it was kept apart with.</param>
internal sealed record Judged(Comment Comment, Scores Scores, int Fold);
