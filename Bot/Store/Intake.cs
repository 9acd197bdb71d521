using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Where posts become durable: posts, cases, events, outbox rows and cursor in one transaction (promise 1).</summary>
public sealed class Intake(FeedbackDatabase database, OutboxSignal outbox, WeighingSignal weighing, TimeProvider clock)
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
                outbox.Set();
                weighing.Set();
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
        var posts = arrivals.GroupBy(a => a.Post.Id)
            .Select(g => g.DistinctBy(a => a.Post.EditionId).OrderBy(a => a.Post.EditionId, Edition.OldestFirst).ToList())
            .ToDictionary(editions => editions[0].Post.Id);
        var known = await context.Posts.Where(p => posts.Keys.Contains(p.Id)).Select(p => new { p.Id, p.EditionId, p.RemovedAt })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var now = clock.GetUtcNow();

        foreach (var (id, editions) in posts)
        {
            if (!known.TryGetValue(id, out var stored))
            {
                Add(context, editions, now);
            }
            else if (stored.RemovedAt is null && editions.Any(e => e.Post.EditionId != stored.EditionId))
            {
                await EditAsync(context, id, editions, now, cancellationToken);
            }
        }

        if (cursor is not null)
        {
            await MoveCursorAsync(context, source, cursor, cancellationToken);
        }

        return posts.Count - known.Count;
    }

    /// <param name="editions">All there are of the post, the oldest first.</param>
    private static void Add(FeedbackContext context, IReadOnlyList<Arrival> editions, DateTimeOffset now)
    {
        var (post, verdict) = editions[^1];
        var findings = editions.SkipLast(1).Aggregate(verdict.Findings, (found, older) => found.Keeping(older.Verdict.Findings));
        var received = CaseMachine.Receive(post.Id, verdict.Ward.Id, verdict.Reason, [.. verdict.AlsoNamed.Select(w => w.Id)], now, findings, verdict.IsNamed);
        var row = PostRow.Of(post);
        row.CheckedAt = now;
        foreach (var older in editions.SkipLast(1))
        {
            row.Keep(older.Post);
        }

        context.Posts.Add(row);
        context.Cases.Add(CaseRow.Of(received.Case));
        context.CaseEvents.Add(CaseEventRow.Of(received.Event));
        context.Outbox.Add(OutboxRows.Of(Consequences.OfArrival(received.Case), now));
    }

    /// <param name="editions">The oldest first; some may be known, or older than what is.</param>
    private static async Task EditAsync(
        FeedbackContext context,
        string postId,
        IReadOnlyList<Arrival> editions,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var postRow = await context.Posts.AsTracking().SingleAsync(p => p.Id == postId, cancellationToken);
        if (postRow.RemovedAt is not null)
        {
            // A removed post stays removed, however late X or a search brings it.
            return;
        }

        Arrival? newest = null;
        foreach (var arrival in editions)
        {
            if (Edition.IsNewer(arrival.Post.EditionId, postRow.EditionId))
            {
                postRow.Take(arrival.Post, now);
                newest = arrival;
            }
            else
            {
                postRow.Keep(arrival.Post);
            }
        }

        // What an older edition said is shown under History, so it may have to be withheld for that alone.
        var caseRow = await context.Cases.AsTracking().SingleAsync(c => c.Id == postId, cancellationToken);
        var before = caseRow.ToCase();
        var found = before.WithoutLifted(editions.Aggregate(newest?.Verdict.Findings ?? before.Findings, (all, edition) => all.Keeping(edition.Verdict.Findings)));
        if (newest is null && found.Keeping(before.Findings) == before.Findings)
        {
            return;
        }

        var edit = CaseMachine.Edit(before, newest is null ? before.AlsoNamed : [.. newest.Verdict.Named.Select(w => w.Id)], now, found);
        caseRow.Take(edit.Case);
        Weighings.Mark(context, caseRow);
        context.CaseEvents.Add(CaseEventRow.Of(edit.Event));
        await OutboxRows.AddConsequencesAsync(context, edit, now, cancellationToken);
        if ((before.Findings.Withheld is null && edit.Case.Findings.Withheld is not null) || newest?.Post.WithheldIn.Count > 0)
        {
            // The cards hide it from now on; what was answered before still shows it.
            await context.SaveChangesAsync(cancellationToken);
            await QuotedMessages.TakeBackAsync(context, [postId], now, cancellationToken);
        }
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
