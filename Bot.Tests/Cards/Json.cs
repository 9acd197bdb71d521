using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Cards;

/// <summary>Reading cards in tests.</summary>
internal static class Json
{
    /// <summary>Every object in the card, itself included, in the order of the JSON.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(p => All(p.Value))],
        JsonArray a => a.SelectMany(All),
        _ => [],
    };

    public static IEnumerable<JsonObject> OfType(JsonNode card, string type) => All(card).Where(o => Text(o, "type") == type);

    public static string? Text(JsonObject o, string name) => o[name] is JsonValue v && v.TryGetValue<string>(out var s) ? s : null;

    /// <summary>What a reader sees, paragraph by paragraph.</summary>
    public static IReadOnlyList<string> Paragraphs(JsonNode card) =>
        [.. OfType(card, "RichTextBlock").Select(b => string.Concat(b["inlines"]!.AsArray().Select(r => (string?)r!["text"])))];

    /// <summary>The titles of the buttons one sees before pressing any.</summary>
    public static IReadOnlyList<string> Buttons(JsonObject card) =>
        [.. OfType(card["body"]![1]!, "ActionSet").Where(s => s.Parent?.Parent is JsonObject p && Text(p, "type") != "AdaptiveCard")
            .SelectMany(s => s["actions"]!.AsArray()).Select(a => (string)a!["title"]!)];
}
