using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;

namespace FeedbackBot.Teams;

/// <summary>Takes a click to its case: who may, what is meant, and what the presser sees.</summary>
public sealed class ClickDesk(
    CaseStore cases,
    CaseDesk desk,
    CardsHere cardsHere,
    ActionReader actions,
    ClickFace face,
    XCheck check)
{
    public async Task<ClickAnswer> HandleAsync(Activity activity, Click click, CancellationToken cancellationToken)
    {
        if (activity.From is not { } person)
        {
            return ClickAnswer.Say("Teams didn't say who pressed this.");
        }

        var file = click.CaseId is null ? null : await cases.FindAsync(click.CaseId, cancellationToken);
        var place = file is null ? null : await cardsHere.FindAsync(activity, click, person, file, cancellationToken);
        if (file is null || place is null)
        {
            // The same words for a forged id and for another ward's case: nothing leaks.
            return ClickAnswer.Say("I can't find that case here. It may have been removed.");
        }

        if (click.Verb == CardRefresh.Verb)
        {
            // What the card carried is old: only which case it is counts.
            return await face.CardAsync(file, place, Detail.Usual, person, null, cancellationToken);
        }

        if (click.Verb == CaseButtons.CheckVerb)
        {
            return await face.OfAsync(activity, click, file, place, await check.OneAsync(file.Post, cancellationToken), cancellationToken);
        }

        if (click.Verb is "history" or CaseButtons.WholePostVerb)
        {
            return await ShowAsync(click, file, place, person, cancellationToken);
        }

        if (place.ShownInWardId != file.Case.WardId)
        {
            return await face.MovedAsync(activity, click, file, place, cancellationToken);
        }

        var (action, fault) = await actions.ReadAsync(click, file.Case, place.Channel, cancellationToken);
        if (action is null)
        {
            return ClickAnswer.Say(fault!);
        }

        var actor = await cardsHere.ActorAsync(place, person, file, cancellationToken);
        var (now, why) = await desk.ActAsync(file, action, actor, click.ShownVersion, cancellationToken);
        return actor.IsMember || why is null ? await face.OfAsync(activity, click, now, place, why, cancellationToken) : ClickAnswer.Say(why!);
    }

    /// <summary>Looking changes nothing: the presser alone sees more of the card, or less again.</summary>
    private async Task<ClickAnswer> ShowAsync(Click click, CaseFile file, CardPlace place, Person person, CancellationToken cancellationToken)
    {
        if (click.Has("hide") || place.ShownInWardId != file.Case.WardId)
        {
            return await face.CardAsync(file, place, Detail.Usual, person, null, cancellationToken);
        }

        var detail = click.Verb == "history" ? Detail.History : Detail.WholePost;
        return (await face.CardAsync(file, place, detail, person, null, cancellationToken)) with
        {
            Thread = detail == Detail.History ? new Reply.History(file.Case.Id) : new Reply.WholePost(file.Case.Id),
        };
    }
}
