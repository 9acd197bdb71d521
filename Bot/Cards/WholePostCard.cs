using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>A long post in full, on its own: for the thread, where a client can't show it to the presser alone.</summary>
public static class WholePostCard
{
    public static JsonObject Of(CaseFile file, Organisation organisation) => Brevity.Fitting(
        brevity => Elements.Card($"A post for {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}, in full.", [PostBlock.Of(ShownPost.Of(file, organisation), organisation, brevity)]),
        Detail.WholePost);
}
