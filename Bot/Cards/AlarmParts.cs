using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Of what must not wait: what to do first, who raised or lifted it, and how it is acknowledged and given back to its ward.</summary>
public static class AlarmParts
{
    public static EscalationParts Of(Escalation escalation, IReadOnlyList<CaseFile> files, Organisation organisation, Brevity brevity)
    {
        var (raised, lifted) = (Said(AlarmRounds.Raised), Said(AlarmRounds.Lifted));
        var isDone = escalation.State == EscalationState.Done;

        // Who ended it by lifting it is named where it stands.
        return new EscalationParts(
            [
                .. isDone || lifted.Count > 0 ? [] : new[] { Rich(Run(ReadingBlock.LifeAtRisk, bold: true)) },
                .. raised.Select(e => Rich(Run(CaseWords.Event(e, organisation, brevity.Note), bold: true))),
            ],
            [.. lifted.Where(e => e.At != escalation.DoneAt)],
            SaysStanding: isDone || lifted.All(e => e.At == escalation.DoneAt),
            lifted.Count > 0 ? [] : [.. EscalationButtons.Of(escalation, "Acknowledge", files is [var file] ? file.Case : null), .. NobodyAtRisk()]);

        List<CaseEvent> Said(Func<CaseFile, int, CaseEvent?> inRound) => [.. files.Select(f => inRound(f, escalation.Round)).OfType<CaseEvent>()];

        // Also after Done, until the ward has its case back.
        IEnumerable<JsonObject> NobodyAtRisk() =>
            files.Where(AlarmRounds.Rings).Select(f => Actions(NoRiskButton.Of(EscalationButtons.CaseData(NoRiskButton.Verb, f.Case, escalation))));
    }
}
