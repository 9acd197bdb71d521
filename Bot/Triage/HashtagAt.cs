namespace FeedbackBot.Triage;

/// <summary>A hashtag in a text.</summary>
/// <param name="Folded">Without its mark, ready to compare.</param>
/// <param name="Start">Where it begins, in characters.</param>
public readonly record struct HashtagAt(string Folded, int Start);
