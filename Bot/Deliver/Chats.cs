using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Writes to people in their own chats with the bot, and opens the chat where there is none yet.</summary>
public sealed class Chats(ConnectorClient connector, ChannelDirectory channels)
{
    /// <summary>One request: the chat is opened, or what was drawn is written into it.</summary>
    /// <param name="via">A channel by which Teams is asked to open the chat; null takes any that the bot is in.</param>
    /// <param name="draw">Drawn only when it is written.</param>
    /// <param name="closed">What becomes of it when this person can't be written to.</param>
    public async Task<RowResult> WriteAsync(
        string personId,
        ChannelRow? via,
        Func<Task<DrawnReply>> draw,
        Func<SendVerdict.GiveUp, RowResult> closed,
        CancellationToken cancellationToken)
    {
        if (await channels.FindChatAsync(personId, cancellationToken) is not { } chat)
        {
            return await OpenAsync(personId, via, closed, cancellationToken);
        }

        var drawn = await draw();
        var verdict = await connector.PostAsync(chat.ServiceUrl, chat.ConversationId, null, drawn.Activity, cancellationToken);
        if (verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone or GiveUpReason.ChatClosed or GiveUpReason.Removed })
        {
            await channels.ForgetChatAsync(personId, cancellationToken);
        }

        return RowResult.Of(verdict, ids => drawn.Sent(Lane.OfPerson(personId), chat.ServiceUrl, chat.ConversationId, ids), closed);
    }

    private async Task<RowResult> OpenAsync(
        string personId,
        ChannelRow? via,
        Func<SendVerdict.GiveUp, RowResult> closed,
        CancellationToken cancellationToken)
    {
        if ((via ?? await channels.AnyAsync(cancellationToken)) is not { } channel)
        {
            return new RowResult.Later(null, "The bot isn't in any team yet, so it can't open a chat");
        }

        var opened = await connector.OpenChatAsync(channel.ServiceUrl, personId, channel.TenantId, cancellationToken);
        if (opened is SendVerdict.Delivered { ConversationId: { } conversationId })
        {
            await channels.SeeChatAsync(
                new ChatRow { PersonId = personId, ConversationId = conversationId, ServiceUrl = channel.ServiceUrl, TenantId = channel.TenantId },
                cancellationToken);
        }

        return RowResult.Of(
            opened,
            ids => ids.ConversationId is null ? new RowResult.Failed("Teams opened a chat without an id.") : new RowResult.More([]),
            closed);
    }
}
