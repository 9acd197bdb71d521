using System.Text.Json.Nodes;
using FeedbackBot.Deliver;

namespace FeedbackBot.Teams;

/// <summary>The body that answers an invoke; any other shape shows "Something went wrong" (facts-teams.md, Cards).</summary>
public static class InvokeResponse
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    /// <summary>A card where there is one: Teams shows a card or a sentence, so a sentence travels as the card's first line.</summary>
    public static JsonObject Of(ClickAnswer answer) => answer switch
    {
        { Body: { } body } => body,
        { Card: { } card, Sentence: { } sentence } => Body(200, ActivityJson.CardType, WithNotice(card, sentence)),
        { Card: { } card } => Body(200, ActivityJson.CardType, card),
        _ => Body(200, MessageType, JsonValue.Create(answer.Sentence ?? "Done.")),
    };

    /// <summary>Our own failure, which Teams may repeat.</summary>
    public static JsonObject Error(string message) =>
        Body(500, "application/vnd.microsoft.error", new JsonObject { ["code"] = "500", ["message"] = message });

    private static JsonObject Body(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };

    private static JsonObject WithNotice(JsonObject card, string sentence)
    {
        var notice = new JsonObject
        {
            ["type"] = "Container",
            ["style"] = "attention",
            ["items"] = new JsonArray(new JsonObject
            {
                ["type"] = "RichTextBlock",
                ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = sentence, ["weight"] = "bolder" }),
            }),
        };
        ((JsonArray)card["body"]!).Insert(0, notice);
        return card;
    }
}
