using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Takes over in which countries a source withholds posts by now, inside someone's transaction: no newer edition tells of it.</summary>
internal static class Withholding
{
    /// <param name="withheld">Countries by the editions' ids, empty where it withholds them nowhere.</param>
    public static async Task TakeAsync(
        FeedbackContext context,
        IReadOnlyDictionary<string, IReadOnlyList<string>> withheld,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var ids = withheld.Keys.ToList();
        var posts = await context.Posts.AsTracking()
            .Where(p => p.RemovedAt == null && (ids.Contains(p.EditionId) || (p.Quoted != null && ids.Contains(p.QuotedId!))))
            .ToListAsync(cancellationToken);
        await ChangedPosts.ShowAsync(context, [.. posts.Where(p => p.Withhold(withheld)).Select(p => p.Id)], now, cancellationToken);
    }
}
