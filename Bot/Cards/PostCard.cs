using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>A case as its ward sees it: the post above, the case and its buttons below, visibly apart.</summary>
public static class PostCard
{
    /// <param name="shownInWardId">The ward in whose channel this card stands: not the case's own after a move.</param>
    /// <param name="fixers">The ward's, by name, to stand first in Assign.</param>
    public static JsonObject Of(CaseFile file, string shownInWardId, Organisation organisation, IReadOnlyList<Person> fixers, bool withHistory = false) =>
        Brevity.Fitting(brevity => CaseWords.Same(file.Case.WardId, shownInWardId)
            ? Whole(file, organisation, fixers, brevity, withHistory)
            : Moved(file, shownInWardId, organisation, brevity));

    private static JsonObject Whole(CaseFile file, Organisation organisation, IReadOnlyList<Person> fixers, Brevity brevity, bool withHistory)
    {
        var buttons = new CaseButtons(file, organisation, fixers, brevity);
        return Elements.Card(
            $"A post for {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}. {CaseWords.Briefly(file.Case)}.",
            [PostBlock.Of(file.Post, organisation.TimeZone, brevity), CaseBlock.Of(file, organisation, brevity, withHistory, buttons)]);
    }

    private static JsonObject Moved(CaseFile file, string shownInWardId, Organisation organisation, Brevity brevity) => Elements.Card(
        $"This post was moved to {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}.",
        [PostBlock.Of(file.Post, organisation.TimeZone, brevity), CaseBlock.Moved(file, shownInWardId, organisation)]);
}
