using System.Text.Json.Nodes;
using FeedbackBot.Cases;

namespace FeedbackBot.Cards;

/// <summary>Lets Teams ask for a viewer's own card when they look at the shared one.</summary>
public static class CardRefresh
{
    public const string Verb = "refresh";

    /// <summary>Teams takes no more.</summary>
    public const int MostViewers = 60;

    /// <param name="teamsIds">
    /// Who is asked for by themselves, the most concerned first. Never left out, empty though it may be: without the list Teams asks for
    /// everybody in a small channel (facts-teams.md, Cards).
    /// </param>
    public static JsonObject Of(Case @case, IEnumerable<string> teamsIds) => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = "Show how it stands",
            ["verb"] = Verb,
            ["data"] = CaseButtons.Data(Verb, @case),
        },
        ["userIds"] = new JsonArray([.. teamsIds.Distinct(StringComparer.Ordinal).Take(MostViewers).Select(id => (JsonNode)id)]),
    };
}
