using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>
/// A case's card that a person put into a conversation from the compose box. The message is theirs, so we can't edit it: whoever looks at
/// it gets the present card by its refresh action, and its buttons carry a mark by which it isn't taken for a card of ours.
/// </summary>
public static class SharedCard
{
    public const string Mark = "shared";

    /// <param name="viewerTeamsId">Who asked for the card, by the id that Teams uses for people in cards; they get the present state from now on.</param>
    public static JsonObject Of(JsonObject card, string? viewerTeamsId)
    {
        if (viewerTeamsId is not null && card["refresh"]?["userIds"] is JsonArray refreshed && !refreshed.Any(u => (string?)u == viewerTeamsId))
        {
            refreshed.Insert(0, JsonValue.Create(viewerTeamsId));
            while (refreshed.Count > CardRefresh.MostViewers)
            {
                refreshed.RemoveAt(CardRefresh.MostViewers);
            }
        }

        MarkAll(card);
        return card;
    }

    /// <summary>How it looks in the list of results: plain text, in which nobody's markup is read.</summary>
    public static JsonObject Preview(CaseFile file, Organisation organisation)
    {
        var shown = ShownPost.Of(file, organisation);
        var author = PostBlock.Byline(shown);
        return new JsonObject
        {
            ["title"] = Plain($"{CaseWords.Ward(file.Case.WardId, organisation)} · {CaseWords.Briefly(file.Case)}"),
            ["text"] = Plain($"{(author.Length == 0 ? "" : $"{author}: ")}{PostBlock.Briefly(shown, 120)}"),
        };
    }

    private static void MarkAll(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    MarkAll(item);
                }

                break;
            case JsonObject { } action when action["data"] is JsonObject data && data.ContainsKey("case"):
                data[Mark] = true;
                MarkAll(action["fallback"]);
                break;
            case JsonObject inner:
                foreach (var (_, value) in inner)
                {
                    MarkAll(value);
                }

                break;
        }
    }

    /// <summary>Clients read the tags of HTML in a thumbnail's words.</summary>
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');
}
