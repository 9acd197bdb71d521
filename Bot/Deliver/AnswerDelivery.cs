using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Sends what is drawn from a <see cref="Reply"/>: to whoever asked, or to someone in their own chat unasked. Takes it back, too.</summary>
public sealed class AnswerDelivery(ConnectorClient connector, Chats chats, ChannelDirectory channels, ReplyFace replies, StatusFace status, DigestDelivery digests)
{
    private const string TakenBack =
        "A post in this message was removed by its author, or may not be shown like this any more, so its words are gone from here too. Ask again to see the rest.";

    /// <summary>In the conversation where it was asked for.</summary>
    public async Task<RowResult> AnswerAsync(Intention.Answer answer, CancellationToken cancellationToken)
    {
        var (askedFrom, conversationId, replyToId) = answer.To;
        var lane = Lane.OfConversation(conversationId);
        var serviceUrl = await channels.ServiceUrlOfAsync(lane, cancellationToken) ?? askedFrom;
        var drawn = await DrawAsync(answer.Reply, cancellationToken);
        var verdict = await connector.PostAsync(serviceUrl, conversationId, replyToId, drawn.Activity, cancellationToken);
        return RowResult.Of(
            verdict,
            ids => drawn.Sent(lane, serviceUrl, conversationId, ids),
            gone => gone.Reason == GiveUpReason.Gone ? new RowResult.Done($"{gone.Why}: the question is gone, and who asked it doesn't wait for an answer") : null);
    }

    /// <summary>In the person's own chat.</summary>
    public Task<RowResult> TellAsync(OutboxRow row, Intention.TellPerson tell, CancellationToken cancellationToken) => tell.Reply is Reply.Digest digest
        ? digests.TellAsync(row, digest, cancellationToken)
        : chats.WriteAsync(
            tell.PersonId,
            null,
            () => DrawAsync(tell.Reply, cancellationToken),
            closed => new RowResult.Failed(closed.Why),
            cancellationToken);

    /// <summary>The whole message goes: redrawn without the post, a list's title could still hold the words that it was found by.</summary>
    public async Task<RowResult> TakeBackAsync(OutboxRow row, SentMessage message, CancellationToken cancellationToken)
    {
        var serviceUrl = await channels.ServiceUrlOfAsync(Lane.OfConversation(message.ConversationId), cancellationToken) ?? message.ServiceUrl;
        var verdict = await connector.EditAsync(serviceUrl, message.ConversationId, message.ActivityId, ActivityJson.Text(TakenBack), cancellationToken);
        return RowResult.Of(
            verdict,
            _ => new RowResult.Done(),
            gone => RowResult.WhereGone(row, gone, new RowResult.Done("The message was gone.")));
    }

    private async Task<DrawnReply> DrawAsync(Reply reply, CancellationToken cancellationToken) =>
        reply is Reply.Status ? await status.OfAsync(cancellationToken) : await replies.OfAsync(reply, cancellationToken);
}
