using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Takes posts that are no longer public out of the store, inside someone's transaction: the case stays, and its cards are told.</summary>
internal static class Erasure
{
    /// <returns>How many were there to erase; those that are erased already count for nothing.</returns>
    public static async Task<int> EraseAsync(
        FeedbackContext context,
        IReadOnlyCollection<string> postIds,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var posts = await context.Posts.AsTracking().Where(p => postIds.Contains(p.Id) && p.RemovedAt == null).ToListAsync(cancellationToken);
        foreach (var post in posts)
        {
            post.Erase(now);
            var row = await context.Cases.AsTracking().SingleAsync(c => c.Id == post.Id, cancellationToken);
            var removed = CaseMachine.Remove(row.ToCase(), now);
            row.Take(removed.Case);
            context.CaseEvents.Add(CaseEventRow.Of(removed.Event));
            await OutboxRows.AddConsequencesAsync(context, removed, now, cancellationToken);
        }

        // Written before the messages are looked for: whoever adds one from now on waits for us, and sees that the post is gone.
        await context.SaveChangesAsync(cancellationToken);
        await QuotedMessages.TakeBackAsync(context, [.. posts.Select(p => p.Id)], now, cancellationToken);
        return posts.Count;
    }
}
