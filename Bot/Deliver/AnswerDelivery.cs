using System.Text.Json.Nodes;
using FeedbackBot.Store;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Sends what is drawn from a <see cref="Reply"/>: to whoever asked, or to someone in their own chat unasked.</summary>
public sealed class AnswerDelivery(ConnectorClient connector, Chats chats, ChannelDirectory channels, ReplyFace replies, StatusFace status)
{
    /// <summary>In the conversation where it was asked for.</summary>
    public async Task<RowResult> AnswerAsync(Intention.Answer answer, CancellationToken cancellationToken)
    {
        var (askedFrom, conversationId, replyToId) = answer.To;
        var serviceUrl = await channels.ServiceUrlOfAsync(Lane.OfConversation(conversationId), cancellationToken) ?? askedFrom;
        var activity = await DrawAsync(answer.Reply, cancellationToken);
        var verdict = await connector.PostAsync(serviceUrl, conversationId, replyToId, activity, cancellationToken);
        return RowResult.Of(
            verdict,
            _ => new RowResult.Done(),
            gone => gone.Reason == GiveUpReason.Gone ? new RowResult.Failed($"{gone.Why}: the question is gone") : null);
    }

    /// <summary>In the person's own chat.</summary>
    public Task<RowResult> TellAsync(Intention.TellPerson tell, CancellationToken cancellationToken) => chats.WriteAsync(
        tell.PersonId,
        null,
        () => DrawAsync(tell.Reply, cancellationToken),
        _ => new RowResult.Done(),
        closed => new RowResult.Failed(closed.Why),
        cancellationToken);

    private Task<JsonObject> DrawAsync(Reply reply, CancellationToken cancellationToken) =>
        reply is Reply.Status ? status.OfAsync(cancellationToken) : replies.OfAsync(reply, cancellationToken);
}
