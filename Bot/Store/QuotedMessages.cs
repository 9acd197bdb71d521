using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Remembers in which messages beside the cards posts' words stand, inside someone's transaction, and has these messages taken back.</summary>
internal static class QuotedMessages
{
    /// <summary>A message stands. Where one of its posts was erased or hidden while it was on its way, it is taken back at once.</summary>
    public static async Task AddAsync(
        FeedbackContext context,
        SentMessage message,
        IReadOnlyCollection<string> caseIds,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Written although nothing changes: an erasure that is under way is waited for, and one that comes later finds the message.
        var kept = await context.Posts.Where(p => caseIds.Contains(p.Id) && p.RemovedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Source, p => p.Source), cancellationToken);
        if (kept < caseIds.Count || await context.Cases.AnyAsync(c => caseIds.Contains(c.Id) && c.Withheld != null, cancellationToken))
        {
            context.Outbox.Add(TakeBack(message, caseIds.First(), now));
            return;
        }

        context.QuotedMessages.AddRange(caseIds.Select(caseId => new QuotedMessageRow
        {
            ConversationId = message.ConversationId,
            ActivityId = message.ActivityId,
            CaseId = caseId,
            Lane = message.Lane,
            ServiceUrl = message.ServiceUrl,
            SentAt = now,
        }));
    }

    /// <summary>
    /// Every message with words of these posts goes, for all the cases in it: from now on it is the outbox's; messages about patterns are drawn without them. The posts must
    /// have been written in this transaction, so that no message is added past it.
    /// </summary>
    public static async Task TakeBackAsync(FeedbackContext context, IReadOnlyCollection<string> caseIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var quoting = await context.QuotedMessages.Where(q => caseIds.Contains(q.CaseId)).OrderBy(q => q.SentAt).ToListAsync(cancellationToken);
        foreach (var one in quoting.DistinctBy(q => (q.ConversationId, q.ActivityId)))
        {
            context.Outbox.Add(TakeBack(new SentMessage(one.Lane, one.ServiceUrl, one.ConversationId, one.ActivityId), one.CaseId, now));
            await context.QuotedMessages.Where(q => q.ConversationId == one.ConversationId && q.ActivityId == one.ActivityId)
                .ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var caseId in caseIds)
        {
            await AttentionRows.ShowPatternsOfAsync(context, caseId, now, cancellationToken);
        }
    }

    private static OutboxRow TakeBack(SentMessage message, string caseId, DateTimeOffset now) =>
        OutboxRows.Of(OutboxEntry.ToLane(message.Lane, new Intention.TakeBack(message), caseId), now);
}
