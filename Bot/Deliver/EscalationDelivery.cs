using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Brings escalations to people in their own chats: each step is a new message, and what changes edits those that stand.</summary>
public sealed class EscalationDelivery(Chats chats, ConnectorClient connector, ChannelDirectory channels, Attention attention, EscalationFace face)
{
    public async Task<RowResult> TellAsync(Intention.TellEscalation tell, CancellationToken cancellationToken)
    {
        if (await attention.FindAsync(tell.EscalationId, cancellationToken) is not { } row || row.State == EscalationState.Done)
        {
            return new RowResult.Done("It is done already.");
        }

        var via = await channels.OfWardAsync(row.WardId, cancellationToken);
        return await chats.WriteAsync(
            tell.PersonId,
            via,
            async () => new DrawnReply(await face.OfAsync(row, cancellationToken), [])
            {
                Stands = message => new Aftermath.EscalationStands(message, row.Id, tell.PersonId, row.Version),
            },
            closed => new RowResult.Failed(closed.Why),
            cancellationToken);
    }

    /// <summary>Every message by which this person was told shows how it stands, one request at a time.</summary>
    public async Task<RowResult> RefreshAsync(Intention.RefreshEscalation refresh, CancellationToken cancellationToken)
    {
        var row = await attention.FindAsync(refresh.EscalationId, cancellationToken);
        var stale = row is null ? [] : (await attention.MessagesAsync(row.Id, refresh.PersonId, cancellationToken)).Where(m => m.ShownVersion < row.Version).ToList();
        if (stale.Count == 0)
        {
            return new RowResult.Done("Folded: the messages are up to date.");
        }

        var message = stale[0];
        var verdict = await connector.EditAsync(message.ServiceUrl, message.ConversationId, message.ActivityId, await face.OfAsync(row!, cancellationToken), cancellationToken);
        IReadOnlyList<Aftermath> shown = [new Aftermath.EscalationShows(message, row!.Version)];
        var after = stale.Count > 1 ? new RowResult.More(shown) : (RowResult)new RowResult.Done(null, shown);
        return RowResult.Of(verdict, _ => after, gone => gone.Reason == GiveUpReason.Gone ? after : null);
    }
}
