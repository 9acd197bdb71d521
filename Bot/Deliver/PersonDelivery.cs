using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Tells a person that a case was given to them: 1:1, or by a mention under the card where 1:1 is closed.</summary>
public sealed class PersonDelivery(
    ConnectorClient connector,
    CaseStore cases,
    ShownCards shown,
    ChannelDirectory channels,
    Roster roster,
    Organisation organisation)
{
    public async Task<RowResult> TellAsync(Intention.TellAssignee tell, CancellationToken cancellationToken)
    {
        var file = await cases.FindAsync(tell.CaseId, cancellationToken);
        var channel = file is null ? null : await channels.OfWardAsync(file.Case.WardId, cancellationToken);
        if (file is null || channel is null || !tell.Assignee.Is(file.Case.Claimer))
        {
            return new RowResult.Done("It is no longer theirs.");
        }

        var chat = await channels.FindChatAsync(tell.Assignee.Id, cancellationToken);
        if (chat is null)
        {
            var opened = await connector.OpenChatAsync(channel.ServiceUrl, tell.Assignee.Id, channel.TenantId, cancellationToken);
            if (opened is SendVerdict.Delivered { ConversationId: { } conversationId })
            {
                await channels.SeeChatAsync(
                    new ChatRow { PersonId = tell.Assignee.Id, ConversationId = conversationId, ServiceUrl = channel.ServiceUrl, TenantId = channel.TenantId },
                    cancellationToken);
            }

            return Told(opened, tell, file, ids => ids.ConversationId is null ? new RowResult.Failed("Teams opened a chat without an id.") : new RowResult.More([]));
        }

        var card = (await shown.OfCaseAsync(tell.CaseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id);
        var title = $"{tell.By.Name} gave you this case in {organisation.NameOf(file.Case.WardId)}";
        var listed = ListCard.Of(title, [new ListedCase(file, CardLink.To(channel, card))], 0, organisation);
        var verdict = await connector.PostAsync(chat.ServiceUrl, chat.ConversationId, null, ActivityJson.Card(listed, title), cancellationToken);
        if (verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone or GiveUpReason.ChatClosed or GiveUpReason.Removed })
        {
            await channels.ForgetChatAsync(tell.Assignee.Id, cancellationToken);
        }

        return Told(verdict, tell, file, _ => new RowResult.Done());
    }

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

    /// <summary>A chat that is closed to us leaves the mention in the channel.</summary>
    private static RowResult Told(SendVerdict verdict, Intention.TellAssignee tell, CaseFile file, Func<SendVerdict.Delivered, RowResult> delivered) => RowResult.Of(
        verdict,
        delivered,
        // Whatever the reason: someone who has left the organisation, say, is refused in many words. If it's our own fault, the mention fails as well.
        closed => new RowResult.Done(
            closed.Why,
            [new Aftermath.Follows(OutboxEntry.ToWard(file.Case.WardId, tell.CaseId, new Intention.MentionAssignee(tell.CaseId, tell.Assignee, tell.By)))]));
}
