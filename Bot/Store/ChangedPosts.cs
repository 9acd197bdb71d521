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
        await context.SaveChangesAsync(cancellationToken);
        await QuotedMessages.TakeBackAsync(context, caseIds, now, cancellationToken);
    }
}
