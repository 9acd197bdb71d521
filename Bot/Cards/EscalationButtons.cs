using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;

namespace FeedbackBot.Cards;

/// <summary>By which people say who sees to an escalation.</summary>
public static class EscalationButtons
{
    /// <summary>What every button here carries: the escalation's id. The same verbs stand on other cards without it.</summary>
    public const string Mark = "escalation";

    /// <param name="take">The title of the one by which somebody takes it on.</param>
    /// <param name="seen">The case whose words they are about, where it matters which words those were.</param>
    public static IReadOnlyList<JsonObject> Of(Escalation escalation, string take, Case? seen = null)
    {
        var finish = Buttons.Show(
            "Done",
            Buttons.Note("What came of it?", "Please say what came of it."),
            Elements.Actions(Buttons.Execute("Done", Data("done"))));
        return escalation.State switch
        {
            EscalationState.Open => [Elements.Actions(Buttons.Execute(take, Data("going"), positive: true), finish)],
            EscalationState.Taken => [Elements.Actions(finish, Buttons.Execute("I can't after all", Data("notgoing")))],
            _ => [],
        };

        JsonObject Data(string verb) => seen is null ? new() { ["verb"] = verb, [Mark] = escalation.Id } : CaseData(verb, seen, escalation);
    }

    /// <summary>What the button sends from the case's own card, and on which message it was pressed.</summary>
    public static JsonObject CaseData(string verb, Case @case, Escalation escalation)
    {
        var data = CaseButtons.Data(verb, @case);
        data[Mark] = escalation.Id;
        return data;
    }
}
