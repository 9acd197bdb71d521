using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Makes outbox rows inside someone's transaction.</summary>
internal static class OutboxRows
{
    public static OutboxRow Of(OutboxEntry entry, DateTimeOffset now) => new()
    {
        Lane = entry.Lane,
        WardId = entry.WardId,
        CaseId = entry.CaseId,
        Key = entry.Key,
        Intention = JsonSerializer.Serialize(entry.Intention),
        CreatedAt = now,
        DueAt = now,
    };

    /// <summary>What Teams hasn't been told yet, and still has to be.</summary>
    public static IQueryable<OutboxRow> Undelivered(this IQueryable<OutboxRow> rows) =>
        rows.Where(o => o.State == OutboxState.Waiting || o.State == OutboxState.Postponed);

    /// <summary>What couldn't be delivered for good is told once more, and where its ward is shown now.</summary>
    public static Task<int> TakeUpAsync(this IQueryable<OutboxRow> rows, DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.Where(o => o.State == OutboxState.GivenUp).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, OutboxState.Waiting)
                .SetProperty(o => o.Lane, o => o.WardId == null ? o.Lane : null)
                .SetProperty(o => o.DueAt, now)
                .SetProperty(o => o.Attempts, 0)
                .SetProperty(o => o.FinishedAt, (DateTimeOffset?)null),
            cancellationToken);

    /// <summary>All cards of a case are drawn anew, one that is being sent right now as well.</summary>
    public static async Task AddRefreshesAsync(FeedbackContext context, string caseId, string wardId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var refresh = new Intention.RefreshCards(caseId);
        var lanes = await context.Cards.Where(c => c.CaseId == caseId).Select(c => c.ChannelId).Distinct().ToListAsync(cancellationToken);
        context.Outbox.AddRange(lanes.Select(lane => Of(OutboxEntry.ToLane(lane, refresh, caseId), now)));
        context.Outbox.Add(Of(OutboxEntry.ToWard(wardId, caseId, refresh), now));
    }

    public static async Task AddConsequencesAsync(
        FeedbackContext context,
        Outcome.Changed change,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var cards = await context.Cards.Where(c => c.CaseId == change.Case.Id).Select(c => new { c.ChannelId, c.IsList }).ToListAsync(cancellationToken);
        var onListsOnly = cards.Count > 0 && cards.All(c => c.IsList);
        if (cards.Count == 0 && change.Event.By is not null)
        {
            // Teams refused its card. Somebody found the case by a question and works on it: their channel shall see it.
            var refused = JsonSerializer.Serialize<Intention>(new Intention.PostCard(change.Case.Id));
            await context.Outbox.Where(o => o.CaseId == change.Case.Id && o.WardId == change.Case.WardId && o.Intention == refused).TakeUpAsync(now, cancellationToken);
        }

        context.Outbox.AddRange(Consequences.Of(change, [.. cards.Select(c => c.ChannelId).Distinct()], onListsOnly).Select(entry => Of(entry, now)));
    }
}
