namespace FeedbackBot.Triage.Personal;

/// <summary>Digits that stand together.</summary>
/// <param name="Start">The first digit's place in the plain text.</param>
/// <param name="End">The place after the last.</param>
/// <param name="Chained">Only separators stand between the group before and this one.</param>
internal readonly record struct DigitGroup(int Start, int End, bool Chained)
{
    public int Length => End - Start;
}
