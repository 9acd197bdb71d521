using System.Net;
using System.Text.Json.Nodes;
using FeedbackBot.Cases;

namespace FeedbackBot.Deliver;

/// <summary>Outgoing activities. A card travels alone: Teams splits text with an attachment in two and gives no id back.</summary>
public static class ActivityJson
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <param name="summary">The toast's text.</param>
    public static JsonObject Card(JsonObject card, string summary) => new()
    {
        ["type"] = "message",
        ["summary"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = card }),
    };

    /// <summary>A plain sentence.</summary>
    public static JsonObject Text(string text) => new() { ["type"] = "message", ["textFormat"] = "plain", ["text"] = text };

    /// <summary>A sentence that begins by mentioning someone; the mention and its entity must agree to the letter.</summary>
    /// <param name="teamsId">Teams' own id of the person; where none is known their Entra id does in its place.</param>
    public static JsonObject Mention(Person person, string? teamsId, string rest)
    {
        var mention = $"<at>{WebUtility.HtmlEncode(person.Name)}</at>";
        return new JsonObject
        {
            ["type"] = "message",
            ["textFormat"] = "xml",
            ["text"] = $"{mention} {WebUtility.HtmlEncode(rest)}",
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = mention,
                ["mentioned"] = new JsonObject { ["id"] = teamsId ?? person.Id, ["name"] = person.Name },
            }),
        };
    }
}
