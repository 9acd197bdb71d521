using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>The cards that stand in channels, and which version of its case each shows.</summary>
public sealed class ShownCards(FeedbackDatabase database)
{
    /// <summary>A case's cards: its own before lists, the newest first.</summary>
    public async Task<IReadOnlyList<CardRow>> OfCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Cards.Where(c => c.CaseId == caseId).OrderBy(c => c.IsList).ThenByDescending(c => c.PostedAt).ToListAsync(cancellationToken);
    }

    /// <summary>The cases on one message: one, or those of a list.</summary>
    public async Task<IReadOnlyList<CardRow>> OnMessageAsync(string channelId, string activityId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Cards.Where(c => c.ChannelId == channelId && c.ActivityId == activityId).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// A click came from a card that isn't known: it was sent just before a crash or its answer was lost (promise 2). From now on it's kept
    /// up to date like the others.
    /// </summary>
    public async Task AdoptAsync(CardRow card, CancellationToken cancellationToken)
    {
        await using (var context = database.Open())
        {
            if (await context.Cards.AnyAsync(c => c.ChannelId == card.ChannelId && c.ActivityId == card.ActivityId, cancellationToken))
            {
                return;
            }
        }

        try
        {
            await database.WriteAsync(
                writing =>
                {
                    writing.Cards.Add(card);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            // Another click on it was faster.
        }
    }
}
