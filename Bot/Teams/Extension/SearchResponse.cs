using System.Text.Json.Nodes;
using FeedbackBot.Deliver;

namespace FeedbackBot.Teams.Extension;

/// <summary>The body that answers a search from the compose box.</summary>
public static class SearchResponse
{
    /// <param name="found">Each card with the preview that stands for it in the list.</param>
    public static JsonObject Of(IEnumerable<(JsonObject Card, JsonObject Preview)> found) => Body(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. found.Select(f => new JsonObject
        {
            ["contentType"] = ActivityJson.CardType,
            ["content"] = f.Card,
            ["preview"] = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.thumbnail", ["content"] = f.Preview },
        })]),
    });

    /// <summary>A sentence in place of results.</summary>
    public static JsonObject Say(string sentence) => Body(new JsonObject { ["type"] = "message", ["text"] = sentence });

    private static JsonObject Body(JsonObject result) => new() { ["composeExtension"] = result };
}
