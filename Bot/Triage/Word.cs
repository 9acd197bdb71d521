namespace FeedbackBot.Triage;

/// <summary>A word of a text, ready to compare.</summary>
/// <param name="Text">Folded, without apostrophes.</param>
/// <param name="Stem">Without a possessive 's; null where there is none.</param>
/// <param name="Start">Where it begins, in characters.</param>
/// <param name="Next">What stands between it and the next word.</param>
public readonly record struct Word(string Text, string? Stem, int Start, WordGap Next);
