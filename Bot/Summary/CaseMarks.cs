using FeedbackBot.Cases;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Summary;

/// <summary>What a case is by now, and its history alone doesn't tell.</summary>
/// <param name="Reading">How its post is read, after edits and corrections.</param>
/// <param name="WasAlarming"><inheritdoc cref="Case.WasAlarming"/></param>
/// <param name="IsAgain">The same thing was fixed a short while before.</param>
public sealed record CaseMarks(Reading Reading, bool WasAlarming, bool IsAgain)
{
    /// <inheritdoc cref="Case.IsCorrected"/>
    public bool IsCorrected { get; init; }

    public static CaseMarks None { get; } = new(Findings.None.Reading, WasAlarming: false, IsAgain: false);
}
