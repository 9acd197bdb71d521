using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>A case as its ward sees it: the post above, the case and its buttons below, visibly apart.</summary>
public static class PostCard
{
    /// <param name="shownInWardId">The ward in whose channel this card stands: not the case's own after a move.</param>
    public static JsonObject Of(CaseFile file, string shownInWardId, Organisation organisation, CardPeople people, Detail detail = Detail.Usual) =>
        Brevity.Fitting(
            brevity =>
            {
                var card = CaseWords.Same(file.Case.WardId, shownInWardId)
                    ? Whole(file, organisation, people, brevity, detail)
                    : Moved(file, shownInWardId, organisation, brevity);
                card["refresh"] = CardRefresh.Of(file.Case, people.TeamsIds);
                return card;
            },
            detail);

    private static JsonObject Whole(CaseFile file, Organisation organisation, CardPeople people, Brevity brevity, Detail detail)
    {
        var buttons = new CaseButtons(file, organisation, people, brevity);
        return Elements.Card(
            $"A post for {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}. {(file.Case is { IsOpen: true, Findings.Alarm: { } alarm } ? $"{alarm.Sentence} " : "")}{OtherCasesBlock.Spoken(file)}{CaseWords.Briefly(file.Case)}.",
            [PostBlock.Of(ShownPost.Of(file, organisation), organisation, brevity), CaseBlock.Of(file, organisation, brevity, detail, buttons, people.ClaimerHasLeft)]);
    }

    private static JsonObject Moved(CaseFile file, string shownInWardId, Organisation organisation, Brevity brevity) => Elements.Card(
        $"This post was moved to {Foreign.Spoken(organisation.NameOf(file.Case.WardId))}.",
        [PostBlock.Of(ShownPost.Of(file, organisation), organisation, brevity), CaseBlock.Moved(file, shownInWardId, organisation)]);
}
