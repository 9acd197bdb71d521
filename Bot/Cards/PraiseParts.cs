using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Of praise: each boss's thanks, read from the case. They count from the moment they are given, and nobody's line is lost.</summary>
public static class PraiseParts
{
    public const string ThankVerb = "thank";

    public static EscalationParts Of(Escalation escalation, IReadOnlyList<CaseFile> files, Organisation organisation)
    {
        List<CaseEvent> thanks = [.. files.SelectMany(CaseWords.Thanks)];
        return new EscalationParts(
            [],
            thanks,
            SaysStanding: thanks.Count == 0,
            escalation.State == EscalationState.Open
                ? [.. files.Where(f => !CaseWords.Thanks(f).Any()).SelectMany(f => ThankButton.Of(f, organisation, EscalationButtons.CaseData(ThankVerb, f.Case, escalation))).Select(b => Actions(b))]
                : EscalationButtons.Of(escalation, "I'll go"));
    }
}
