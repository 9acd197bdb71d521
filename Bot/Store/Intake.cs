using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Where posts become durable: posts, cases, events, outbox rows and cursor in one transaction (promise 1).</summary>
public sealed class Intake(FeedbackDatabase database, OutboxSignal signal, TimeProvider clock)
{
    // A lost race means that another instance or a click was faster; the next try sees what it did.
    private const int Tries = 5;

    /// <summary>The stored cursor of a source; null before its first batch.</summary>
    public async Task<string?> CursorAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return (await context.Cursors.FirstOrDefaultAsync(c => c.Source == source, cancellationToken))?.Value;
    }

    /// <summary>Saves a batch. Posts that are there already stay as they are, but for newer editions.</summary>
    /// <returns>How many cases are new.</returns>
    public async Task<int> SaveAsync(string source, IReadOnlyList<Arrival> arrivals, string? cursor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var added = await database.WriteAsync(context => SaveAsync(context, source, arrivals, cursor, cancellationToken), cancellationToken);
                signal.Set();
                return added;
            }
            catch (Exception fault) when (Conflict.Is(fault) && attempt < Tries)
            {
            }
        }
    }

    private async Task<int> SaveAsync(
        FeedbackContext context,
        string source,
        IReadOnlyList<Arrival> arrivals,
        string? cursor,
        CancellationToken cancellationToken)
    {
        var newest = arrivals.GroupBy(a => a.Post.Id)
            .Select(g => g.Aggregate((a, b) => Edition.IsNewer(b.Post.EditionId, a.Post.EditionId) ? b : a))
            .ToList();
        var ids = newest.Select(a => a.Post.Id).ToList();
        var known = await context.Posts.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.EditionId, p.RemovedAt })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var now = clock.GetUtcNow();

        var added = newest.Where(a => !known.ContainsKey(a.Post.Id)).ToList();
        foreach (var arrival in added)
        {
            Add(context, arrival, now);
        }

        // A removed post stays removed, however late X or a search brings it.
        var edited = newest.Where(a =>
            known.TryGetValue(a.Post.Id, out var row) && row.RemovedAt is null && Edition.IsNewer(a.Post.EditionId, row.EditionId)).ToList();
        foreach (var arrival in edited)
        {
            await EditAsync(context, arrival.Post, now, cancellationToken);
        }

        if (cursor is not null)
        {
            await MoveCursorAsync(context, source, cursor, cancellationToken);
        }

        return added.Count;
    }

    private static void Add(FeedbackContext context, Arrival arrival, DateTimeOffset now)
    {
        var (post, verdict) = arrival;
        var received = CaseMachine.Receive(post.Id, verdict.Ward.Id, verdict.Reason, [.. verdict.AlsoNamed.Select(w => w.Id)], now);
        context.Posts.Add(PostRow.Of(post, now));
        context.Cases.Add(CaseRow.Of(received.Case));
        context.CaseEvents.Add(CaseEventRow.Of(received.Event));
        context.Outbox.Add(OutboxRows.Of(Consequences.OfArrival(received.Case), now));
    }

    private static async Task EditAsync(FeedbackContext context, Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var postRow = await context.Posts.AsTracking().SingleAsync(p => p.Id == post.Id, cancellationToken);
        if (postRow.RemovedAt is not null)
        {
            return;
        }

        postRow.Take(post, now);
        var caseRow = await context.Cases.AsTracking().SingleAsync(c => c.Id == post.Id, cancellationToken);
        var edit = CaseMachine.Edit(caseRow.ToCase(), now);
        caseRow.Take(edit.Case);
        context.CaseEvents.Add(CaseEventRow.Of(edit.Event));
        await OutboxRows.AddConsequencesAsync(context, edit, now, cancellationToken);
    }

    private static async Task MoveCursorAsync(FeedbackContext context, string source, string cursor, CancellationToken cancellationToken)
    {
        var row = await context.Cursors.AsTracking().FirstOrDefaultAsync(c => c.Source == source, cancellationToken);
        if (row is null)
        {
            context.Cursors.Add(new CursorRow { Source = source, Value = cursor });
        }
        else
        {
            row.Value = cursor;
        }
    }
}
