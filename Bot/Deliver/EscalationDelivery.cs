using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Brings escalations to people in their own chats: each step is a new message, and what changes edits those that stand.</summary>
public sealed class EscalationDelivery(Chats chats, ConnectorClient connector, ChannelDirectory channels, Attention attention, EscalationFace face, QuietTime quiet)
{
    public async Task<RowResult> TellAsync(Intention.TellEscalation tell, CancellationToken cancellationToken)
    {
        if (await attention.FindAsync(tell.EscalationId, cancellationToken) is not { } row || row.State == EscalationState.Done)
        {
            return new RowResult.Done("It is done already.");
        }

        if (!face.IsFor(row, tell.PersonId))
        {
            return new RowResult.Done("They no longer look after the ward.", [new Aftermath.EscalationNotTold(row.Id, tell.PersonId)]);
        }

        // A reminder that Teams kept waiting until somebody had acknowledged it rings nobody a second time.
        var isFirst = (await attention.MessagesAsync(row.Id, tell.PersonId, cancellationToken)).Count == 0;
        if (row.State == EscalationState.Taken && !isFirst)
        {
            return new RowResult.Done("Somebody has acknowledged it.");
        }

        if (quiet.For(row.Kind) is { } postponed)
        {
            return postponed;
        }

        var via = await channels.OfWardAsync(row.WardId, cancellationToken);
        var caseId = await attention.CaseOfAsync(row, cancellationToken);
        var mention = new Intention.MentionEscalation(row.Id, tell.PersonId);
        return await chats.WriteAsync(
            tell.PersonId,
            via,
            async () => new DrawnReply(await face.OfAsync(row, tell.PersonId, cancellationToken), [])
            {
                Stands = message => new Aftermath.EscalationStands(message, row.Id, tell.PersonId, row.Version),

                // The ward sees that the lead knows, and the lead has two ways to hear.
                Then = isFirst && face.IsForLead(row, tell.PersonId) ? [new Aftermath.Follows(OutboxEntry.ToWard(row.WardId, caseId, mention with { IsBeside = true }))] : [],
            },
            // Whoever can't be written to is mentioned under the ward's card.
            closed => new RowResult.Done(closed.Why, [new Aftermath.Follows(OutboxEntry.ToWard(row.WardId, caseId, mention))]),
            cancellationToken);
    }

    /// <summary>Every message by which this person was told shows how it stands, one request at a time.</summary>
    public async Task<RowResult> RefreshAsync(OutboxRow row, Intention.RefreshEscalation refresh, CancellationToken cancellationToken)
    {
        var escalation = await attention.FindAsync(refresh.EscalationId, cancellationToken);
        var stale = escalation is null ? [] : (await attention.MessagesAsync(escalation.Id, refresh.PersonId, cancellationToken)).Where(m => m.ShownVersion < escalation.Version).ToList();
        if (stale.Count == 0)
        {
            return new RowResult.Done("Folded: the messages are up to date.");
        }

        var message = stale[0];
        var serviceUrl = await channels.ServiceUrlOfAsync(Lane.OfConversation(message.ConversationId), cancellationToken) ?? message.ServiceUrl;
        var verdict = await connector.EditAsync(serviceUrl, message.ConversationId, message.ActivityId, await face.OfAsync(escalation!, refresh.PersonId, cancellationToken), cancellationToken);
        return RowResult.Of(
            verdict,
            _ => After(stale, new Aftermath.EscalationShows(message, escalation!.Version)),
            gone => RowResult.WhereGone(row, gone, After(stale, new Aftermath.EscalationLost(message))));
    }

    private static RowResult After(List<EscalationCardRow> stale, Aftermath after) => stale.Count > 1 ? new RowResult.More([after]) : new RowResult.Done(null, [after]);
}
