using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Tells a person under the card that a case was given to them, where 1:1 is closed.</summary>
public sealed class MentionDelivery(ConnectorClient connector, ShownCards shown, ChannelDirectory channels, Roster roster)
{
    public async Task<RowResult> MentionAsync(OutboxRow row, Intention.MentionAssignee mention, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        var card = (await shown.OfCaseAsync(mention.CaseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == row.Lane);
        if (channel is null || card is null)
        {
            return new RowResult.Done("There is no card to write under.");
        }

        // Named as Teams names them now: a mention under an older name may be shown as plain letters.
        var member = await roster.FindAsync(channel, mention.Assignee.Id, cancellationToken);
        var assignee = member is null ? mention.Assignee : mention.Assignee with { Name = member.Name };
        var verdict = await connector.PostAsync(
            channel.ServiceUrl,
            card.ThreadId,
            card.ActivityId,
            ActivityJson.Mention(assignee, member?.TeamsId, $"{mention.By.Name} gave you this case."),
            cancellationToken);
        return RowResult.Of(verdict, _ => new RowResult.Done(), gone => gone.Reason != GiveUpReason.Refused ? null : new RowResult.Done(
            gone.Why,
            [new Aftermath.Follows(InWords(channel, card, assignee, mention))]));
    }

    /// <summary>Whoever is no longer there can't be mentioned; those who are read who was meant.</summary>
    private static OutboxEntry InWords(ChannelRow channel, CardRow card, Person assignee, Intention.MentionAssignee mention) => OutboxEntry.ToLane(
        channel.Id,
        new Intention.Answer(
            new Address(channel.ServiceUrl, card.ThreadId, card.ActivityId),
            new Reply.Sentence($"{assignee.Name}: {mention.By.Name} gave you this case. (I couldn't mention you.)")),
        mention.CaseId);
}
