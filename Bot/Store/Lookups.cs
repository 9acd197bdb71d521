using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Which posts are to be looked up on their source, and what came of it.</summary>
public sealed class Lookups(FeedbackDatabase database, OutboxSignal outbox, WeighingSignal weighing, LookupSignal wishes, TimeProvider clock)
{
    // A lost race means that a click or an edit was faster; the next try sees what it did.
    private const int Tries = 5;

    /// <summary>Someone wants to know of this post at once.</summary>
    public async Task WishAsync(string postId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            context => context.Posts.Where(p => p.Id == postId && p.RemovedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Wish, LookupWish.AtOnce), cancellationToken),
            cancellationToken);
        wishes.Set();
    }

    /// <summary>Someone wants to know of every post that is kept.</summary>
    /// <returns>How many those are.</returns>
    public async Task<int> WishAllAsync(string source, CancellationToken cancellationToken)
    {
        var wished = await database.WriteAsync(
            async context =>
            {
                var kept = context.Posts.Where(p => p.Source == source && p.RemovedAt == null);
                await kept.Where(p => p.Wish == LookupWish.None).ExecuteUpdateAsync(s => s.SetProperty(p => p.Wish, LookupWish.WithAll), cancellationToken);
                return await kept.CountAsync(cancellationToken);
            },
            cancellationToken);
        wishes.Set();
        return wished;
    }

    /// <summary>What is to be looked up next: first what was asked for at once, then the daily round of open cases, then everything else that was asked for; of each what was unasked the longest.</summary>
    /// <param name="since">Posts of open cases are due that weren't looked up since then.</param>
    /// <param name="affordable">How many ids the day's budget still allows; what was asked for at once is due without it.</param>
    /// <param name="except">Editions that are left out, and those who quote them.</param>
    /// <param name="most">At most so many ids.</param>
    public async Task<IReadOnlyList<LookupDue>> DueAsync(
        string source,
        DateTimeOffset since,
        int affordable,
        IReadOnlyCollection<string> except,
        int most,
        CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var kept = context.Posts.Where(p => p.Source == source && p.RemovedAt == null);
        var due = await OldestAsync(kept.Where(p => p.Wish == LookupWish.AtOnce), except, most, cancellationToken);
        foreach (var next in (IQueryable<PostRow>[])[Daily(context, source, since).Where(p => p.Wish != LookupWish.AtOnce), kept.Where(p => p.Wish == LookupWish.WithAll)])
        {
            var room = Math.Min(most, affordable) - due.Sum(d => d.Ids.Count);
            List<string> taken = [.. due.Select(d => d.PostId)];
            due.AddRange(room > 0 ? await OldestAsync(next.Where(p => !taken.Contains(p.Id)), except, room, cancellationToken) : []);
        }

        return due;
    }

    /// <summary>How many are still to be looked up.</summary>
    /// <param name="since">As for <see cref="DueAsync"/>.</param>
    public async Task<int> LeftAsync(string source, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Posts.CountAsync(p => p.Source == source && p.RemovedAt == null && p.Wish != LookupWish.None, cancellationToken)
            + await Daily(context, source, since).CountAsync(p => p.Wish == LookupWish.None, cancellationToken);
    }

    /// <summary>
    /// Everything in one transaction: what is gone is erased and its cards told, what is withheld by now is hidden, what is live needn't be asked for until the next round, what
    /// it cost is counted, and the standing says how far the round is.
    /// </summary>
    public async Task SaveAsync(LookupResult result, string standing, object round, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.WriteAsync(
                    async context =>
                    {
                        var now = clock.GetUtcNow();
                        await context.Posts.Where(p => result.Live.Contains(p.Id)).ExecuteUpdateAsync(
                            s => s.SetProperty(p => p.CheckedAt, now).SetProperty(p => p.Wish, LookupWish.None), cancellationToken);
                        await Erasure.EraseAsync(context, result.Gone, result.GoneQuotes, now, cancellationToken);
                        await Withholding.TakeAsync(context, result.Withheld, now, cancellationToken);
                        await ReadCounts.AddAsync(context, ReadCounts.DayOf(now), result.LiveEditions, result.People, result.Asked, cancellationToken);
                        await Standings.SaveAsync(context, standing, round, now, cancellationToken);
                    },
                    cancellationToken);
                await (result.Gone.Count + result.GoneQuotes.Count > 0 ? database.ScrubAsync(cancellationToken) : Task.CompletedTask);
                outbox.Set();
                weighing.Set();
                return;
            }
            catch (Exception fault) when (Conflict.Is(fault) && attempt < Tries)
            {
            }
        }
    }

    private static IQueryable<PostRow> Daily(FeedbackContext context, string source, DateTimeOffset since) => context.Cases.Open()
        .Join(context.Posts, c => c.Id, p => p.Id, (c, p) => p)
        .Where(p => p.Source == source && p.RemovedAt == null && p.CheckedAt < since);

    /// <param name="room">At most so many ids.</param>
    private static async Task<List<LookupDue>> OldestAsync(
        IQueryable<PostRow> posts,
        IReadOnlyCollection<string> except,
        int room,
        CancellationToken cancellationToken)
    {
        var oldest = await posts.Where(p => !except.Contains(p.EditionId) && (p.Quoted == null || !except.Contains(p.QuotedId!)))
            .OrderBy(p => p.CheckedAt).ThenBy(p => p.Id).Take(room)
            .Select(p => new LookupDue(p.Id, p.EditionId, p.CheckedAt, p.Quoted == null ? null : p.QuotedId))
            .ToListAsync(cancellationToken);
        return [.. oldest.TakeWhile(d => (room -= d.Ids.Count) >= 0)];
    }
}
