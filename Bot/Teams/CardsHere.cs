using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Whether a case may be seen and worked on where a click came from.</summary>
public sealed class CardsHere(ChannelDirectory channels, ShownCards shown, Roster roster, Access access, Organisation organisation, TimeProvider clock)
{
    /// <returns>Null where the case has no business: another ward's channel that never had its card, a chat with someone who may not see it.</returns>
    public async Task<CardPlace?> FindAsync(Activity activity, Click click, Person person, CaseFile file, CancellationToken cancellationToken)
    {
        var wardId = file.Case.WardId;
        var wards = await channels.OfWardAsync(wardId, cancellationToken);
        if (activity.IsPersonal)
        {
            return await access.MaySeeAsync(person, file.Case, cancellationToken) ? new CardPlace(wardId, wards, InWardsChannel: false) : null;
        }

        var here = Lane.OfConversation(activity.ConversationId);
        if (wards?.Id == here)
        {
            if (!click.IsOnList && !click.Has(SharedCard.Mark))
            {
                await AdoptAsync(activity, file, here, cancellationToken);
            }

            return new CardPlace(wardId, wards, InWardsChannel: true);
        }

        var old = (await shown.OfCaseAsync(file.Case.Id, cancellationToken)).FirstOrDefault(c => c.ChannelId == here);
        if (old is not null)
        {
            return new CardPlace(old.WardId, wards, InWardsChannel: false);
        }

        // Someone put the card there: it does for its viewers what they may do anyway, and no more.
        return click.Has(SharedCard.Mark) && await access.MaySeeAsync(person, file.Case, cancellationToken) ? new CardPlace(wardId, wards, InWardsChannel: false) : null;
    }

    /// <summary>What a person is to the case's ward. A channel shows its cards to its members only; anywhere else Teams' list of members decides.</summary>
    public async Task<Actor> ActorAsync(CardPlace place, Person person, CaseFile file, CancellationToken cancellationToken)
    {
        var wardId = file.Case.WardId;
        var isMember = place.InWardsChannel || await roster.HasAsync(place.Channel, person, cancellationToken);
        return new(person, isMember, organisation.IsFixer(person.Id, wardId), organisation.IsBossOf(person.Id, wardId))
        {
            MayCloseAlarms = organisation.MayCloseAlarms(person.Id, wardId, isMember),
            ClosesAlarms = file.Case.Findings.Alarm is null ? "" : await ClosesAlarmsAsync(place, wardId, cancellationToken),
        };
    }

    private async Task<string> ClosesAlarmsAsync(CardPlace place, string wardId, CancellationToken cancellationToken)
    {
        if (organisation.Now.Lead is not { } lead)
        {
            return organisation.IsAlarmHeard(wardId) ? "a boss" : "somebody of the ward's channel";
        }

        var known = await roster.FindAsync(place.Channel, lead, cancellationToken);
        var who = known is null ? "the safeguarding lead" : $"{known.Name}, the safeguarding lead,";
        return organisation.Now.Deputies.Count == 0 ? who : $"{who} or a deputy";
    }

    private async Task AdoptAsync(Activity activity, CaseFile file, string channelId, CancellationToken cancellationToken)
    {
        // Only a thread's first message is a case's card.
        if (activity.ReplyToId is { } cardId && activity.ConversationId.EndsWith($";messageid={cardId}", StringComparison.Ordinal))
        {
            await shown.AdoptAsync(
                new CardRow
                {
                    ChannelId = channelId,
                    ActivityId = cardId,
                    ThreadId = activity.ConversationId,
                    CaseId = file.Case.Id,
                    WardId = file.Case.WardId,
                    PostedAt = clock.GetUtcNow(),
                },
                cancellationToken);
        }
    }
}
