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
    public static IReadOnlyList<JsonObject> Of(Escalation escalation, string take)
    {
        var finish = Buttons.Show(
            "Done",
            Buttons.Note("What came of it?", "Please say what came of it."),
            Elements.Actions(Buttons.Execute("Done", Data("done", escalation))));
        return escalation.State switch
        {
            EscalationState.Open => [Elements.Actions(Buttons.Execute(take, Data("going", escalation), positive: true), finish)],
            EscalationState.Taken => [Elements.Actions(finish, Buttons.Execute("I can't after all", Data("notgoing", escalation)))],
            _ => [],
        };
    }

    /// <summary>What the button sends from the case's own card, and on which message it was pressed.</summary>
    public static JsonObject CaseData(string verb, Case @case, Escalation escalation)
    {
        var data = CaseButtons.Data(verb, @case);
        data[Mark] = escalation.Id;
        return data;
    }

    private static JsonObject Data(string verb, Escalation escalation) => new() { ["verb"] = verb, [Mark] = escalation.Id };
}
