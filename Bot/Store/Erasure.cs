using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using FeedbackBot.Triage.Alarms;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>
/// Takes posts that are no longer public out of the store, inside someone's transaction: the case stays, its cards are told, and other
/// messages with its words are taken back. Where another post quotes it, its words go from there too.
/// </summary>
internal static class Erasure
{
    /// <param name="postIds">Posts of ours.</param>
    /// <param name="quotedIds">Editions, of whomever, that posts of ours quote.</param>
    public static async Task EraseAsync(
        FeedbackContext context,
        IReadOnlyCollection<string> postIds,
        IReadOnlyCollection<string> quotedIds,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var posts = await context.Posts.AsTracking()
            .Where(p => (postIds.Contains(p.Id) || quotedIds.Contains(p.EditionId)) && p.RemovedAt == null)
            .ToListAsync(cancellationToken);
        List<string> gone = [.. quotedIds, .. posts.SelectMany(p => p.EditionIds())];
        foreach (var post in posts)
        {
            post.Erase(now);
            var row = await context.Cases.AsTracking().SingleAsync(c => c.Id == post.Id, cancellationToken);
            var removed = CaseMachine.Remove(row.ToCase(), now);
            row.Take(removed.Case);
            Weighings.Mark(context, row);
            context.CaseEvents.Add(CaseEventRow.Of(removed.Event));
            await OutboxRows.AddConsequencesAsync(context, removed, now, cancellationToken);
        }

        // Written before the messages are looked for: whoever adds one from now on waits for us, and sees that the post is gone.
        await context.SaveChangesAsync(cancellationToken);
        await QuotedMessages.TakeBackAsync(context, [.. posts.Select(p => p.Id)], now, cancellationToken);

        var quoting = await context.Posts.AsTracking().Where(p => p.Quoted != null && gone.Contains(p.QuotedId!)).ToListAsync(cancellationToken);
        foreach (var post in quoting)
        {
            post.LoseQuote();
            var row = await context.Cases.AsTracking().SingleAsync(c => c.Id == post.Id, cancellationToken);
            row.ForgetAlarmWordsBeyond(SafeguardingReader.TextsOf(post.ToPost()));
        }

        // Showing them raises their versions past what is tracked here.
        await context.SaveChangesAsync(cancellationToken);
        await ChangedPosts.ShowAsync(context, [.. quoting.Select(p => p.Id)], now, cancellationToken);
    }
}
