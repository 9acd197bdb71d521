using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Tells someone of an escalation by a mention under the case's card, where their own chat is closed to the bot.</summary>
public sealed class EscalationMention(ConnectorClient connector, ShownCards shown, ChannelDirectory channels, Roster roster, Attention attention)
{
    public async Task<RowResult> MentionAsync(OutboxRow row, Intention.MentionEscalation mention, CancellationToken cancellationToken)
    {
        var escalation = await attention.FindAsync(mention.EscalationId, cancellationToken);
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        if (escalation is null || channel is null)
        {
            return new RowResult.Done("There is nothing to tell any more.");
        }

        if ((await shown.OfCaseAsync(escalation.Subject, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id) is not { } card)
        {
            return new RowResult.Later(null, "The ward's card isn't there yet");
        }

        var member = await roster.FindAsync(channel, mention.PersonId, cancellationToken);
        var person = new Person(mention.PersonId, member?.Name ?? "Boss");
        var words = $"{EscalationCard.Title(escalation.Kind)}. I can't write to you in a chat of your own: add FeedbackBot there.";
        var verdict = await connector.PostAsync(channel.ServiceUrl, card.ThreadId, card.ActivityId, ActivityJson.Mention(person, member?.TeamsId, words), cancellationToken);
        return RowResult.Of(verdict, _ => new RowResult.Done());
    }
}
