using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests;

/// <summary>A card as someone has it before them: its words, and its buttons with what they send.</summary>
internal sealed class ShownCard
{
    private readonly JsonObject _card;

    public ShownCard(JsonObject card) => _card = card;

    public ShownCard(JsonElement card)
        : this(JsonObject.Create(card)!)
    {
    }

    /// <summary>Null for a message without a card.</summary>
    public static ShownCard? Of(LocalMessage message) => message.Content.Cards is [var card] ? new(card) : null;

    /// <summary>The card that answers a click.</summary>
    public static ShownCard Of(ClickResult result) =>
        new(result.Card ?? throw new InvalidOperationException($"The click wasn't answered with a card but with {result.Kind}: {result.Text}"));

    public JsonObject Json => _card;

    /// <summary>All that can be read on it, a paragraph a line.</summary>
    public string Words => string.Join('\n', Cards.Json.All(_card).Select(Paragraph).OfType<string>());

    /// <summary>The lines of the history, oldest first, without their times.</summary>
    public IReadOnlyList<string> History =>
        [.. Words.Split('\n').SkipWhile(l => l != "What happened").Skip(1).Where(l => l.Contains(" · ", StringComparison.Ordinal)).Select(l => l.Split(" · ", 2)[1])];

    /// <summary>The verbs that it offers, those behind More too.</summary>
    public IReadOnlyList<string> Verbs => [.. Executes.Select(a => (string)a["verb"]!)];

    public bool Says(string words) => Words.Contains(words, StringComparison.Ordinal);

    /// <summary>What the button sends; its data is the card's own business.</summary>
    public JsonObject Data(string verb) =>
        (JsonObject)(Executes.FirstOrDefault(a => (string?)a["verb"] == verb) ?? throw new InvalidOperationException($"No button '{verb}' on: {Words}"))["data"]!.DeepClone();

    private IEnumerable<JsonObject> Executes => Cards.Json.OfType(_card["body"]!, "Action.Execute");

    private static string? Paragraph(JsonObject element) => Cards.Json.Text(element, "type") switch
    {
        "TextBlock" => Cards.Json.Text(element, "text"),
        "RichTextBlock" => string.Concat(element["inlines"]!.AsArray().Select(r => (string?)r!["text"])),
        _ => null,
    };
}
