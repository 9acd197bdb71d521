namespace FeedbackBot.Triage.Alarms;

/// <summary>A word as it is compared, with its place in the text.</summary>
/// <param name="Text">Folded, mended where it was disguised.</param>
internal readonly record struct AlarmWord(string Text, int Start, int End);
