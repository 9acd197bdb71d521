using System.Text.Json.Nodes;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Which ward has which channel, and what to do about those that have none: they stand first.</summary>
public static class WardsCard
{
    private const int Most = 40;

    public static JsonObject Of(IReadOnlyList<WardLine> wards)
    {
        var without = wards.Count(w => w.ChannelName is null);
        List<JsonObject> body =
        [
            Heading("Wards and their channels"),
            .. wards.OrderBy(w => w.ChannelName is not null).Take(Most).Select(Line),
        ];
        if (wards.Count > Most)
        {
            body.Add(Rich(Run($"and {Words.Count(wards.Count - Most, "more ward", "more wards")}", subtle: true)));
        }

        return Card($"{Words.Count(wards.Count, "ward", "wards")}, {(without == 0 ? "all with a channel" : $"{Words.Figure(without)} without a channel")}.", body);
    }

    private static JsonObject Line(WardLine ward)
    {
        var waiting = ward.Waiting == 0 ? "nothing waiting" : $"{Words.Figure(ward.Waiting)} waiting";
        var name = Run(Foreign.Inline(ward.Name, 60), bold: true);
        return ward.ChannelName is null
            ? Container([Rich(name, Run($" · {waiting}", subtle: true)), Rich(Run(Cure(ward.WardId))).Spaced("None")], separator: true)
            : Container([Rich(name, Run($" · {Foreign.Inline(ward.ChannelName, 60)} · {waiting}", subtle: true))], separator: true);
    }

    private static string Cure(string wardId)
    {
        var id = Foreign.Inline(wardId, 60);
        return $"Ward '{id}' has no channel. Say \"@FeedbackBot link {id}\" in the channel it should use.";
    }
}
