using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>What happened to a case, on its own: for the thread, where a client can't show it to the presser alone.</summary>
public static class HistoryCard
{
    public static JsonObject Of(CaseFile file, Organisation organisation) => Brevity.Fitting(
        brevity => Elements.Card(
            $"What happened to a post for {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}. {CaseWords.Briefly(file.Case)}.",
            CaseBlock.History(file, organisation, brevity)),
        Detail.History);
}
