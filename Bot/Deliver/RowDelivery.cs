using System.Text.Json;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Carries out one outbox row's intention.</summary>
public sealed class RowDelivery(CardDelivery cards, PersonDelivery people, ConnectorClient connector, ReplyFace replies)
{
    public async Task<RowResult> DeliverAsync(OutboxRow row, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<Intention>(row.Intention) switch
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
        var (serviceUrl, conversationId, replyToId) = answer.To;
        var activity = await replies.OfAsync(answer.Reply, cancellationToken);
        var verdict = await connector.PostAsync(serviceUrl, conversationId, replyToId, activity, cancellationToken);
        return verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone } gone
            ? new RowResult.Failed($"{gone.Why}: the question is gone")
            : RowResult.Of(verdict, _ => new RowResult.Done());
    }
}
