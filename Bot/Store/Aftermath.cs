using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>What a delivered outbox row leaves behind, written in the transaction that marks the row.</summary>
public abstract record Aftermath
{
    private Aftermath()
    {
    }

    internal abstract Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A card stands in a channel.</summary>
    public sealed record CardStands(CardRow Card) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            context.Cards.Add(Card);
            return Task.CompletedTask;
        }
    }

    /// <summary>A card was edited: it shows this version of its case.</summary>
    public sealed record CardShows(CardRow Card, int Version) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
            Same(context, Card).Where(c => c.ShownVersion < Version)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ShownVersion, Version), cancellationToken);
    }

    /// <summary>Teams has lost a card.</summary>
    /// <param name="PostAnew">Whether another one shall be posted for it.</param>
    public sealed record CardLost(CardRow Card, bool PostAnew) : Aftermath
    {
        internal override async Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await Same(context, Card).ExecuteDeleteAsync(cancellationToken);
            if (PostAnew)
            {
                var again = OutboxEntry.ToWard(Card.WardId, Card.CaseId, new Intention.PostCard(Card.CaseId));
                context.Outbox.Add(OutboxRows.Of(again with { Key = $"again:{Card.ChannelId}:{Card.ActivityId}" }, now));
            }
        }
    }

    /// <summary>Something else has to be told now.</summary>
    public sealed record Follows(OutboxEntry Entry) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            context.Outbox.Add(OutboxRows.Of(Entry, now));
            return Task.CompletedTask;
        }
    }

    private static IQueryable<CardRow> Same(FeedbackContext context, CardRow card) =>
        context.Cards.Where(c => c.ChannelId == card.ChannelId && c.ActivityId == card.ActivityId);
}
