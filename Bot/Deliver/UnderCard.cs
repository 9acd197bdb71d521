using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Writes under a case's card: to a person that it was given to them, where 1:1 is closed, and to the ward that a boss thanks.</summary>
public sealed class UnderCard(ConnectorClient connector, ShownCards shown, ChannelDirectory channels, Roster roster)
{
    private static readonly RowResult NoCard = new RowResult.Done("There is no card to write under.");

    public async Task<RowResult> MentionAsync(OutboxRow row, Intention.MentionAssignee mention, CancellationToken cancellationToken)
    {
        if (await FindAsync(row, mention.CaseId, cancellationToken) is not var (channel, card))
        {
            return NoCard;
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

    public async Task<RowResult> ThankAsync(OutboxRow row, Intention.SayThanks thanks, CancellationToken cancellationToken)
    {
        if (await FindAsync(row, thanks.CaseId, cancellationToken) is not var (channel, card))
        {
            return NoCard;
        }

        var line = string.IsNullOrWhiteSpace(thanks.Line) ? "." : $": “{thanks.Line.Trim()}”";
        var verdict = await connector.PostAsync(channel.ServiceUrl, card.ThreadId, card.ActivityId, ActivityJson.Text($"{thanks.By.Name} says thank you for this{line}"), cancellationToken);
        return RowResult.Of(verdict, _ => new RowResult.Done(), gone => gone.Reason == GiveUpReason.Refused ? new RowResult.Done(gone.Why) : null);
    }

    private async Task<(ChannelRow Channel, CardRow Card)?> FindAsync(OutboxRow row, string caseId, CancellationToken cancellationToken) =>
        await channels.FindAsync(row.Lane!, cancellationToken) is { } channel
            && (await shown.OfCaseAsync(caseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == row.Lane) is { } card
            ? (channel, card)
            : null;

    /// <summary>Whoever is no longer there can't be mentioned; those who are read who was meant.</summary>
    private static OutboxEntry InWords(ChannelRow channel, CardRow card, Person assignee, Intention.MentionAssignee mention) => OutboxEntry.ToLane(
        channel.Id,
        new Intention.Answer(
            new Address(channel.ServiceUrl, card.ThreadId, card.ActivityId),
            new Reply.Sentence($"{assignee.Name}: {mention.By.Name} gave you this case. (I couldn't mention you.)")),
        mention.CaseId);
}
