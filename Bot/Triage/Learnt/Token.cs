namespace FeedbackBot.Triage.Learnt;

/// <summary>A word, an emoji or a mark of a text.</summary>
/// <param name="Hash">Of the folded word, for looking it up.</param>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">How long it is in the text.</param>
/// <param name="FoldedStart">Where it begins in <see cref="TokenText.Folded"/>.</param>
/// <param name="FoldedLength">How long it is there.</param>
/// <param name="IsLoud">Three or more letters, all of them capitals.</param>
public readonly record struct Token(TokenKind Kind, uint Hash, int Start, int Length, int FoldedStart, int FoldedLength, bool IsLoud);
