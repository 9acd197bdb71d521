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
            if (opened is not SendVerdict.Delivered { ConversationId: { } conversationId })
            {
                return Closed(opened, tell, file);
            }

            chat = new ChatRow { PersonId = tell.Assignee.Id, ConversationId = conversationId, ServiceUrl = channel.ServiceUrl, TenantId = channel.TenantId };
            await channels.SeeChatAsync(chat, cancellationToken);
        }

        var card = (await shown.OfCaseAsync(tell.CaseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id);
        var title = $"{tell.By.Name} gave you this case in {organisation.NameOf(file.Case.WardId)}";
        var listed = ListCard.Of(title, [new ListedCase(file, CardLink.To(channel, card))], 0, organisation);
        var verdict = await connector.PostAsync(chat.ServiceUrl, chat.ConversationId, null, ActivityJson.Card(listed, title), cancellationToken);
        if (verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone or GiveUpReason.ChatClosed or GiveUpReason.Removed })
        {
            await channels.ForgetChatAsync(tell.Assignee.Id, cancellationToken);
        }

        return verdict is SendVerdict.Delivered ? new RowResult.Done() : Closed(verdict, tell, file);
    }

    public async Task<RowResult> MentionAsync(OutboxRow row, Intention.MentionAssignee mention, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        var card = (await shown.OfCaseAsync(mention.CaseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == row.Lane);
        if (channel is null || card is null)
        {
            return new RowResult.Done("There is no card to write under.");
        }

        var verdict = await connector.PostAsync(
            channel.ServiceUrl,
            card.ThreadId,
            card.ActivityId,
            ActivityJson.Mention(mention.Assignee, $"{mention.By.Name} gave you this case."),
            cancellationToken);
        return RowResult.Of(verdict, _ => new RowResult.Done());
    }

    private static RowResult Closed(SendVerdict verdict, Intention.TellAssignee tell, CaseFile file) => verdict switch
    {
        SendVerdict.GiveUp { Reason: not GiveUpReason.Refused } closed => new RowResult.Done(
            closed.Why,
            [new Aftermath.Follows(OutboxEntry.ToWard(file.Case.WardId, tell.CaseId, new Intention.MentionAssignee(tell.CaseId, tell.Assignee, tell.By)))]),
        _ => RowResult.Of(verdict, _ => new RowResult.Failed("Teams opened a chat without an id.")),
    };
}
