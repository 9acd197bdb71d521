namespace FeedbackBot.Triage.Personal;

/// <summary>Where personal data stands in a text; what it is stays there.</summary>
/// <param name="Start">Where it begins, in characters of the text as its author wrote it.</param>
/// <param name="Length">How many characters it takes, its separators included.</param>
public readonly record struct PersonalFinding(PersonalKind Kind, int Start, int Length);
