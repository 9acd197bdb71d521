using System.Text.Json.Nodes;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Says that a question wasn't understood, and offers what it most likely means.</summary>
public static class UnclearCard
{
    /// <param name="meanings">Questions as one would type them.</param>
    public static JsonObject Of(string text, IReadOnlyList<string> meanings) => Card(
        "I didn't understand that. Please choose what you mean, or say help.",
        [
            Rich(Run($"I didn't understand \"{Foreign.Inline(text)}\". Did you mean one of these? Say \"help\" to see everything I can do.")),
            Actions(meanings.Select(m => Buttons.Execute(Foreign.Inline(m, 40), new JsonObject { ["verb"] = "ask", ["question"] = m }))),
        ]);
}
