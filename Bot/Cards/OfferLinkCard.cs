using System.Text.Json.Nodes;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Asks in a channel that is called like a ward whether that ward's posts should come there.</summary>
public static class OfferLinkCard
{
    public static JsonObject Of(Ward ward)
    {
        var name = Foreign.Inline(ward.Name, 60);
        return Card(
            $"This channel is called like {Foreign.Spoken(ward.Name)}. Shall its posts come here?",
            [
                Rich(Run($"This channel is called like {name}. Shall {Possessive.Of(name)} posts come here?")),
                Actions(Buttons.Execute($"Yes, link {name}", new JsonObject { ["verb"] = "link", ["ward"] = ward.Id }, positive: true)),
            ]);
    }
}
