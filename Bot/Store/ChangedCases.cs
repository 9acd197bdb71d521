using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Has every card of cases drawn anew though nothing happened to them, inside someone's transaction: there is no event, but they say something else by now.</summary>
internal static class ChangedCases
{
    /// <summary>The cases' versions rise, since cards are kept up to date by them.</summary>
    public static async Task ShowAsync(FeedbackContext context, IReadOnlyCollection<string> caseIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
        {
            return;
        }

        await context.Cases.Where(c => caseIds.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        foreach (var row in await context.Cases.Where(c => caseIds.Contains(c.Id)).Select(c => new { c.Id, c.WardId }).ToListAsync(cancellationToken))
        {
            await OutboxRows.AddRefreshesAsync(context, row.Id, row.WardId, now, cancellationToken);
        }
    }
}
