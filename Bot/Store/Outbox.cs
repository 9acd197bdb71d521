using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>The durable list of what Teams still has to be told.</summary>
public sealed class Outbox(FeedbackDatabase database, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Adds an entry on its own. One with a key that was there before leaves nothing.</summary>
    public async Task AddAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                context =>
                {
                    context.Outbox.Add(OutboxRows.Of(entry, clock.GetUtcNow()));
                    return Task.CompletedTask;
                },
                cancellationToken);
            signal.Set();
        }
        catch (DbUpdateException fault) when (entry.Key is not null && Conflict.Is(fault))
        {
        }
    }

    /// <summary>Gives rows whose ward has got a channel that channel's lane, then names the lanes whose first row is due.</summary>
    public async Task<IReadOnlyList<string>> ReadyLanesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = database.Open();
        if (await Homeless(context).AnyAsync(cancellationToken))
        {
            await database.WriteAsync(
                writing => Homeless(writing).ExecuteUpdateAsync(
                    s => s.SetProperty(o => o.Lane, o => writing.Channels.Where(c => c.WardId == o.WardId).Select(c => c.Id).First()),
                    cancellationToken),
                cancellationToken);
        }

        var heads = Waiting(context).Where(o => o.Lane != null).GroupBy(o => o.Lane).Select(g => g.Min(o => o.Id));
        return await context.Outbox
            .Where(o => heads.Contains(o.Id) && o.DueAt <= now && !context.Channels.Any(c => c.Id == o.Lane && c.PausedBecause != null))
            .Select(o => o.Lane!)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The first waiting row of a lane; null when there is none, when it isn't due yet or when the channel is paused.</summary>
    public async Task<OutboxRow?> HeadAsync(string lane, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var head = await Waiting(context).Where(o => o.Lane == lane).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
        if (head is null || head.DueAt > clock.GetUtcNow())
        {
            return null;
        }

        return await context.Channels.AnyAsync(c => c.Id == lane && c.PausedBecause != null, cancellationToken) ? null : head;
    }

    /// <summary>Saves that a row was delivered (or needn't be), together with what came of it.</summary>
    public Task DoneAsync(OutboxRow row, string? remark, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        FinishAsync(row, OutboxState.Delivered, remark, together, cancellationToken);

    /// <summary>Keeps a row that can't be delivered for good, for people to see.</summary>
    public Task GiveUpAsync(OutboxRow row, string why, CancellationToken cancellationToken) =>
        FinishAsync(row, OutboxState.GivenUp, why, [], cancellationToken);

    /// <summary>The row waits, and its lane behind it.</summary>
    public Task LaterAsync(OutboxRow row, DateTimeOffset dueAt, string why, CancellationToken cancellationToken) => database.WriteAsync(
        context => context.Outbox.Where(o => o.Id == row.Id).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.DueAt, dueAt).SetProperty(o => o.Attempts, row.Attempts + 1).SetProperty(o => o.LastAnswer, why),
            cancellationToken),
        cancellationToken);

    /// <summary>What isn't delivered, for health and admins.</summary>
    public async Task<OutboxHealth> HealthAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var waiting = await Waiting(context).Where(o => o.Lane != null).CountAsync(cancellationToken);
        var oldest = await Waiting(context).Where(o => o.Lane != null).OrderBy(o => o.Id).Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        var homeless = await Waiting(context).Where(o => o.Lane == null && o.WardId != null)
            .GroupBy(o => o.WardId!).Select(g => new { Ward = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Ward, g => g.Count, cancellationToken);
        var givenUp = await context.Outbox.Where(o => o.State == OutboxState.GivenUp).CountAsync(cancellationToken);
        var paused = await context.Channels.Where(c => c.PausedBecause != null && c.WardId != null)
            .ToDictionaryAsync(c => c.WardId!, c => c.PausedBecause!, cancellationToken);
        return new OutboxHealth(waiting, oldest, homeless, paused, givenUp);
    }

    /// <summary>Delivered rows have served after a while; their keys guard against repeats until then.</summary>
    public Task ForgetDeliveredAsync(DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        context => context.Outbox.Where(o => o.State == OutboxState.Delivered && o.FinishedAt < before).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    private static IQueryable<OutboxRow> Waiting(FeedbackContext context) => context.Outbox.Where(o => o.State == OutboxState.Waiting);

    private static IQueryable<OutboxRow> Homeless(FeedbackContext context) =>
        Waiting(context).Where(o => o.Lane == null && context.Channels.Any(c => c.WardId == o.WardId));

    private Task FinishAsync(
        OutboxRow row,
        OutboxState state,
        string? remark,
        IReadOnlyList<Aftermath> together,
        CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var now = clock.GetUtcNow();
            await context.Outbox.Where(o => o.Id == row.Id && o.State == OutboxState.Waiting).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, state)
                    .SetProperty(o => o.Attempts, row.Attempts + 1)
                    .SetProperty(o => o.LastAnswer, remark)
                    .SetProperty(o => o.FinishedAt, now),
                cancellationToken);
            foreach (var aftermath in together)
            {
                await aftermath.WriteAsync(context, now, cancellationToken);
            }
        },
        cancellationToken);
}
