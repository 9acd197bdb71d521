namespace FeedbackBot.Triage.Personal;

/// <summary>A whole date and its place in the plain text.</summary>
/// <param name="IsLongAgo">Few things but a birth are dated so.</param>
internal readonly record struct WrittenDate(int Start, int End, DateForm Form, bool IsLongAgo);
