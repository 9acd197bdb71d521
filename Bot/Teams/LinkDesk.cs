using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Links and unlinks channels, by question or by the offer's button. Every way out is one sentence.</summary>
public sealed class LinkDesk(Organisation organisation, ChannelDirectory channels, Access access, Outbox outbox)
{
    private const string NotYours = "Only an admin, or whoever installed me in this team, can do that.";

    public async Task<string> LinkAsync(Activity activity, Person person, string words, CancellationToken cancellationToken)
    {
        if (activity.IsPersonal)
        {
            return "Please say this in the channel that should show the ward's posts.";
        }

        if (words.Length == 0)
        {
            return "Please name the ward, like this: link ward7. Say \"wards\" to see them all.";
        }

        if (organisation.Named(words) is not { } ward)
        {
            return $"I don't know a ward called \"{words}\". Say \"wards\" to see them all.";
        }

        if (!await access.MayLinkAsync(person, activity.TeamId, cancellationToken))
        {
            return NotYours;
        }

        var channelId = Lane.OfConversation(activity.ConversationId);
        var (wardHad, channelHad) = await channels.LinkAsync(channelId, ward.Id, cancellationToken);
        if (wardHad is not null && await channels.FindAsync(wardHad, cancellationToken) is { } old)
        {
            await TellAsync(old, activity.Id, $"{Possessive.Of(ward.Name)} posts now go to another channel.", cancellationToken);
        }

        return channelHad is null
            ? $"This channel now shows {Possessive.Of(ward.Name)} posts."
            : $"This channel now shows {Possessive.Of(ward.Name)} posts, and no longer {Possessive.Of(organisation.NameOf(channelHad))}.";
    }

    public async Task<string> UnlinkAsync(Activity activity, Person person, CancellationToken cancellationToken)
    {
        if (activity.IsPersonal)
        {
            return "Please say this in the channel that should no longer show a ward's posts.";
        }

        if (!await access.MayLinkAsync(person, activity.TeamId, cancellationToken))
        {
            return NotYours;
        }

        return await channels.UnlinkAsync(Lane.OfConversation(activity.ConversationId), cancellationToken) is { } wardId
            ? $"This channel no longer shows {Possessive.Of(organisation.NameOf(wardId))} posts. They are kept until the ward has a channel again: say \"@FeedbackBot link {wardId}\" there."
            : "This channel isn't linked to a ward.";
    }

    private Task TellAsync(ChannelRow channel, string? cause, string sentence, CancellationToken cancellationToken) => outbox.AddAsync(
        OutboxEntry.ToLane(
            channel.Id,
            new Intention.Answer(new Address(channel.ServiceUrl, channel.Id, null), new Reply.Sentence(sentence)),
            key: cause is null ? null : $"relinked:{channel.Id}:{cause}"),
        cancellationToken);
}
