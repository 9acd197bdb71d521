using System.Text.Json.Nodes;

namespace FeedbackBot.Cards;

/// <summary>"Nobody is at risk": who answers for what must not wait gives the case back to its ward. Asking why keeps a thumb that slips from doing it.</summary>
public static class NoRiskButton
{
    public const string Verb = "no-risk";

    /// <summary>Of why.</summary>
    public const string Input = "why";

    private static readonly string[] Reasons =
    [
        "A joke or a figure of speech",
        "It is about nobody here",
        "It is over and was seen to",
        "I looked into it and everybody is safe",
    ];

    /// <param name="data">What the button sends back.</param>
    public static JsonObject Of(JsonObject data)
    {
        var why = Buttons.Choice(Input, "Why is nobody at risk?", "Choose a reason", Reasons.Select(r => (r, r)));
        why["isRequired"] = true;
        why["errorMessage"] = "Please choose why nobody is at risk.";
        return Buttons.Show(
            "Nobody is at risk",
            why,
            Elements.Rich(Elements.Run("The ward can resolve or dismiss it then.", subtle: true)),
            Elements.Actions(Buttons.Execute("Nobody is at risk", data)));
    }
}
