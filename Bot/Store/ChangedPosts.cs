using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Has shown what has changed about posts though nothing happened to their cases: no event, but every card is drawn anew.</summary>
internal static class ChangedPosts
{
    /// <summary>Other messages with the posts' words are taken back.</summary>
    public static async Task ShowAsync(FeedbackContext context, IReadOnlyCollection<string> caseIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
        {
            return;
        }

        await ChangedCases.ShowAsync(context, caseIds, now, cancellationToken);

        // Weighed again, what was brought to people about them is drawn anew as well.
        await context.Cases.Where(c => caseIds.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.IsUnweighed, true), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await QuotedMessages.TakeBackAsync(context, caseIds, now, cancellationToken);
    }
}
