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

    /// <summary>A request was made in a lane, whatever Teams answered.</summary>
    public sealed record RequestMade(string Lane) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            context.Sends.Add(new SendRow { Lane = Lane, At = now });
            return Task.CompletedTask;
        }
    }

    /// <summary>A card stands in a channel.</summary>
    public sealed record CardStands(CardRow Card) : Aftermath
    {
        internal override async Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            // Someone may have pressed it already: it was adopted then, not knowing what it shows.
            var adopted = await Same(context, Card).ExecuteUpdateAsync(
                s => s.SetProperty(c => c.ShownVersion, c => c.ShownVersion < Card.ShownVersion ? Card.ShownVersion : c.ShownVersion),
                cancellationToken);
            if (adopted == 0)
            {
                Card.PostedAt = now;
                context.Cards.Add(Card);
                await AttentionRows.ShowWayAsync(context, Card.CaseId, now, cancellationToken);
            }
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

            // Teams also says so of cards that are there: a click brings such a card back, and it may be lost a second time.
            var key = $"again:{Card.ChannelId}:{Card.ActivityId}:{Card.CaseId}";
            if (PostAnew && !await context.Outbox.AnyAsync(o => o.Key == key, cancellationToken))
            {
                var again = OutboxEntry.ToWard(Card.WardId, Card.CaseId, new Intention.PostCard(Card.CaseId));
                context.Outbox.Add(OutboxRows.Of(again with { Key = key }, now));
            }
        }
    }

    /// <summary>Something else has to be told now; once, where the same waits already.</summary>
    public sealed record Follows(OutboxEntry Entry) : Aftermath
    {
        internal override async Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var row = OutboxRows.Of(Entry, now);
            var same = context.Outbox.Undelivered().Where(o => o.CaseId == row.CaseId && o.Intention == row.Intention && o.WardId == row.WardId);
            if (!await same.AnyAsync(o => row.WardId != null || o.Lane == row.Lane, cancellationToken))
            {
                context.Outbox.Add(row);
            }
        }
    }

    /// <summary>Words of these cases' posts stand in a message that isn't a card of theirs.</summary>
    public sealed record Quotes(SentMessage Message, IReadOnlyList<string> CaseIds) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
            QuotedMessages.AddAsync(context, Message, CaseIds, now, cancellationToken);
    }

    /// <summary>Someone was told of an escalation.</summary>
    public sealed record EscalationStands(SentMessage Message, string EscalationId, string PersonId, int Version) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            context.EscalationCards.Add(new EscalationCardRow
            {
                ConversationId = Message.ConversationId,
                ActivityId = Message.ActivityId,
                EscalationId = EscalationId,
                PersonId = PersonId,
                ServiceUrl = Message.ServiceUrl,
                ShownVersion = Version,
            });

            // It may have changed while the message was on its way.
            context.Outbox.Add(OutboxRows.Of(OutboxEntry.ToLane(Message.Lane, new Intention.RefreshEscalation(EscalationId, PersonId)), now));
            return Task.CompletedTask;
        }
    }

    /// <summary>Who was to be told of an escalation wasn't, since it wasn't for them by then: should it be once more, they haven't heard.</summary>
    public sealed record EscalationNotTold(string EscalationId, string PersonId) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
            AttentionRows.ForgetTellingAsync(context, EscalationId, PersonId, cancellationToken);
    }

    /// <summary>A message shows this version of its escalation.</summary>
    public sealed record EscalationShows(EscalationCardRow Message, int Version) : Aftermath
    {
        internal override Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
            context.EscalationCards.Where(c => c.ConversationId == Message.ConversationId && c.ActivityId == Message.ActivityId)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ShownVersion, Version), cancellationToken);
    }

    /// <summary>Teams has lost the message by which someone was told: while nobody has seen to it they are told anew.</summary>
    public sealed record EscalationLost(EscalationCardRow Message) : Aftermath
    {
        internal override async Task WriteAsync(FeedbackContext context, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await context.EscalationCards.Where(c => c.ConversationId == Message.ConversationId && c.ActivityId == Message.ActivityId).ExecuteDeleteAsync(cancellationToken);
            if (await context.EscalationCards.AnyAsync(c => c.EscalationId == Message.EscalationId && c.PersonId == Message.PersonId, cancellationToken)
                || (await AttentionRows.WaitingAsync(context, Message.EscalationId, cancellationToken)).Contains(Message.PersonId))
            {
                // A chat that is gone takes all reminders along, and once is enough.
                return;
            }

            var key = AttentionRows.TellKey(Message.EscalationId, Message.ActivityId, Message.PersonId);
            context.Outbox.Add(OutboxRows.Of(OutboxEntry.ToLane(Lane.OfPerson(Message.PersonId), new Intention.TellEscalation(Message.EscalationId, Message.PersonId), key: key), now));
        }
    }

    private static IQueryable<CardRow> Same(FeedbackContext context, CardRow card) =>
        context.Cards.Where(c => c.ChannelId == card.ChannelId && c.ActivityId == card.ActivityId && c.CaseId == card.CaseId);
}
