using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Has shown what has changed about posts though nothing happened to their cases: no event, but every card is drawn anew.</summary>
internal static class ChangedPosts
{
    /// <summary>The cases' versions rise, since cards are kept up to date by them; other messages with the posts' words are taken back.</summary>
    public static async Task ShowAsync(FeedbackContext context, IReadOnlyCollection<string> caseIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
        {
            return;
        }

        foreach (var row in await context.Cases.AsTracking().Where(c => caseIds.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            row.Version++;
            // Weighed again, what was brought to people about it is drawn anew as well.
            row.IsUnweighed = true;
            await OutboxRows.AddRefreshesAsync(context, row.Id, row.WardId, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await QuotedMessages.TakeBackAsync(context, caseIds, now, cancellationToken);
    }
}
