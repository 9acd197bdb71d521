using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Carries out one outbox row's intention.</summary>
public sealed class RowDelivery(CardDelivery cards, PersonDelivery people, ConnectorClient connector, ChannelDirectory channels, ReplyFace replies)
{
    /// <summary>Whether a row brings a new case, which may go into a list with others.</summary>
    public static bool IsNewCard(OutboxRow row) => JsonNode.Parse(row.Intention)?["$type"]?.GetValue<string>() == "card";

    /// <param name="rows">One, or several new cases that go together in one list.</param>
    public Task<RowResult> DeliverAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken) =>
        rows is [var one] ? DeliverAsync(one, cancellationToken) : cards.PostListAsync(rows, cancellationToken);

    private static Intention? IntentionOf(OutboxRow row) => JsonSerializer.Deserialize<Intention>(row.Intention);

    private async Task<RowResult> DeliverAsync(OutboxRow row, CancellationToken cancellationToken) =>
        IntentionOf(row) switch
        {
            Intention.PostCard post => await cards.PostAsync(row, post.CaseId, cancellationToken),
            Intention.RefreshCards refresh => await cards.RefreshAsync(row, refresh.CaseId, cancellationToken),
            Intention.TellAssignee tell => await people.TellAsync(tell, cancellationToken),
            Intention.MentionAssignee mention => await people.MentionAsync(row, mention, cancellationToken),
            Intention.Answer answer => await AnswerAsync(answer, cancellationToken),
            var unknown => new RowResult.Failed($"An intention that this version doesn't know: {unknown?.GetType().Name}"),
        };

    private async Task<RowResult> AnswerAsync(Intention.Answer answer, CancellationToken cancellationToken)
    {
        var (askedFrom, conversationId, replyToId) = answer.To;
        var serviceUrl = await channels.ServiceUrlOfAsync(Lane.OfConversation(conversationId), cancellationToken) ?? askedFrom;
        var activity = await replies.OfAsync(answer.Reply, cancellationToken);
        var verdict = await connector.PostAsync(serviceUrl, conversationId, replyToId, activity, cancellationToken);
        return RowResult.Of(
            verdict,
            _ => new RowResult.Done(),
            gone => gone.Reason == GiveUpReason.Gone ? new RowResult.Failed($"{gone.Why}: the question is gone") : null);
    }
}
