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

    /// <summary>Gives rows whose ward has got a channel that channel's lane, and those that were postponed until now their place back; then names the lanes whose first row is due.</summary>
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

        if (await PostponedUntil(context, now).AnyAsync(cancellationToken))
        {
            await database.WriteAsync(
                writing => PostponedUntil(writing, now).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Waiting), cancellationToken),
                cancellationToken);
        }

        var heads = Waiting(context).Where(o => o.Lane != null).GroupBy(o => o.Lane).Select(g => g.Min(o => o.Id));
        return await context.Outbox
            .Where(o => heads.Contains(o.Id) && o.DueAt <= now && !context.Channels.Any(c => c.Id == o.Lane && c.PausedBecause != null))
            .Select(o => o.Lane!)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The first waiting rows of a lane, in order; none when the first isn't due yet or the channel is paused.</summary>
    public async Task<IReadOnlyList<OutboxRow>> HeadsAsync(string lane, int most, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var heads = await Waiting(context).Where(o => o.Lane == lane).OrderBy(o => o.Id).Take(most)
            .Select(o => new { Row = o, IsPaused = context.Channels.Any(c => c.Id == lane && c.PausedBecause != null) })
            .ToListAsync(cancellationToken);
        return heads.Count == 0 || heads[0].IsPaused || heads[0].Row.DueAt > clock.GetUtcNow() ? [] : [.. heads.Select(h => h.Row)];
    }

    /// <summary>How many rows wait in a lane.</summary>
    public async Task<int> CountAsync(string lane, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await Waiting(context).CountAsync(o => o.Lane == lane, cancellationToken);
    }

    /// <summary>Saves that rows were delivered (or needn't be), together with what came of it.</summary>
    public Task DoneAsync(IReadOnlyList<OutboxRow> rows, string? remark, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        FinishAsync(rows, OutboxState.Delivered, remark, together, cancellationToken);

    /// <summary>Keeps rows that can't be delivered for good, for people to see.</summary>
    public Task GiveUpAsync(IReadOnlyList<OutboxRow> rows, string why, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        FinishAsync(rows, OutboxState.GivenUp, why, together, cancellationToken);

    /// <summary>
    /// What couldn't be delivered for good is told once more where it still matters: an open case's card, a refresh, what people have to hear. For answers to
    /// questions of long ago nobody waits any more: they go, and trouble the health no longer. What was refused
    /// time and again, such as a reminder, is told once.
    /// </summary>
    /// <returns>How many rows wait again.</returns>
    public Task<int> TakeUpAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var open = context.Cases.Open();
            var rows = await context.Outbox.Where(o => o.State == OutboxState.GivenUp)
                .Select(o => new { Row = o, IsOpen = open.Any(c => c.Id == o.CaseId) })
                .ToListAsync(cancellationToken);
            var once = rows.GroupBy(r => (r.Row.Lane, r.Row.WardId, r.Row.CaseId, r.Row.Intention)).Select(g => g.MaxBy(r => r.Row.Id)!).Where(r => !RowDelivery.IsReply(r.Row)).ToList();

            // Whoever could neither be written to nor be mentioned is written to: that was refused first, and whoever is in no channel can't be mentioned at all.
            var toWrite = once.Select(r => (r.Row.Id, Tell: RowDelivery.BeforeMention(r.Row))).Where(r => r.Tell is not null).ToDictionary(r => r.Id, r => r.Tell!);
            context.Outbox.AddRange(toWrite.Select(r => OutboxRows.Of(
                OutboxEntry.ToLane(Lane.OfPerson(r.Value.PersonId), r.Value, key: AttentionRows.TellKey(r.Value.EscalationId, $"anew{r.Key}", r.Value.PersonId)), clock.GetUtcNow())));

            List<long> gone = [.. rows.Except(once).Select(r => r.Row.Id), .. toWrite.Keys];
            await context.Outbox.Where(o => gone.Contains(o.Id)).ExecuteDeleteAsync(cancellationToken);
            var ids = once.Where(r => !RowDelivery.IsNewCard(r.Row) || r.IsOpen).Select(r => r.Row.Id).Except(gone).ToList();
            return toWrite.Count + await context.Outbox.Where(o => ids.Contains(o.Id)).TakeUpAsync(clock.GetUtcNow(), cancellationToken);
        },
        cancellationToken);

    /// <summary>The row waits, and its lane behind it.</summary>
    public Task LaterAsync(OutboxRow row, DateTimeOffset dueAt, string why, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) => WriteAsync(
        context => context.Outbox.Where(o => o.Id == row.Id).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.DueAt, dueAt).SetProperty(o => o.Attempts, row.Attempts + 1).SetProperty(o => o.LastAnswer, why),
            cancellationToken),
        together,
        cancellationToken);

    /// <summary>The row waits, and its lane goes on without it.</summary>
    public Task PostponeAsync(OutboxRow row, DateTimeOffset until, string why, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) => WriteAsync(
        context => Waiting(context).Where(o => o.Id == row.Id).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, OutboxState.Postponed).SetProperty(o => o.DueAt, until).SetProperty(o => o.LastAnswer, why),
            cancellationToken),
        together,
        cancellationToken);

    /// <summary>The row stays as it is; only what came of it so far is saved.</summary>
    public Task StayAsync(IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        WriteAsync(_ => Task.CompletedTask, together, cancellationToken);

    /// <summary>The lane's channel is paused until the bot is back there; its rows stay.</summary>
    /// <param name="row">As it was when the request began.</param>
    /// <returns>Unless it is paused, nothing but <paramref name="together"/> was saved.</returns>
    public async Task<PauseResult> PauseAsync(OutboxRow row, string why, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken)
    {
        var result = PauseResult.NoChannel;
        await WriteAsync(
            async context =>
            {
                // The bot's return marks the row (ChannelDirectory.SeeTeamAsync).
                var isBack = await context.Outbox.AnyAsync(o => o.Id == row.Id && o.LastAnswer != row.LastAnswer, cancellationToken);
                var channel = context.Channels.Where(c => c.Id == row.Lane);
                result = isBack ? PauseResult.BackAgain
                    : await channel.ExecuteUpdateAsync(s => s.SetProperty(c => c.PausedBecause, why), cancellationToken) > 0 ? PauseResult.Paused
                    : PauseResult.NoChannel;
            },
            together,
            cancellationToken);
        return result;
    }

    /// <summary>What isn't delivered, for health and admins.</summary>
    public async Task<OutboxHealth> HealthAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var waiting = await Waiting(context).Where(o => o.Lane != null).CountAsync(cancellationToken);
        var oldest = await Waiting(context).Where(o => o.Lane != null).OrderBy(o => o.Id).Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        var homeless = await Waiting(context).Where(o => o.Lane == null && o.WardId != null)
            .GroupBy(o => o.WardId!).Select(g => new { Ward = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Ward, g => g.Count, cancellationToken);
        var givenUp = context.Outbox.Where(o => o.State == OutboxState.GivenUp);
        var (refused, lastRefusal) = (await givenUp.CountAsync(cancellationToken), await givenUp.OrderByDescending(o => o.FinishedAt).Select(o => o.LastAnswer).FirstOrDefaultAsync(cancellationToken));
        var postponed = await context.Outbox.Where(o => o.State == OutboxState.Postponed).CountAsync(cancellationToken);
        var paused = await context.Channels.Where(c => c.PausedBecause != null && c.WardId != null)
            .ToDictionaryAsync(c => c.WardId!, c => c.PausedBecause!, cancellationToken);
        return new OutboxHealth(waiting, oldest, homeless, paused, postponed, refused, lastRefusal);
    }

    /// <summary>Delivered rows have served after a while; their keys guard against repeats until then.</summary>
    public Task ForgetDeliveredAsync(DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        context => AttentionRows.Forgettable(context, context.Outbox.Where(o => o.State == OutboxState.Delivered && o.FinishedAt < before)).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    private static IQueryable<OutboxRow> Waiting(FeedbackContext context) => context.Outbox.Where(o => o.State == OutboxState.Waiting);

    private static IQueryable<OutboxRow> PostponedUntil(FeedbackContext context, DateTimeOffset now) =>
        context.Outbox.Where(o => o.State == OutboxState.Postponed && o.DueAt <= now);

    private static IQueryable<OutboxRow> Homeless(FeedbackContext context) =>
        context.Outbox.Undelivered().Where(o => o.Lane == null && context.Channels.Any(c => c.WardId == o.WardId));

    private Task FinishAsync(
        IReadOnlyList<OutboxRow> rows,
        OutboxState state,
        string? remark,
        IReadOnlyList<Aftermath> together,
        CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            var (ids, now) = (rows.Select(r => r.Id).ToList(), clock.GetUtcNow());
            await Waiting(context).Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, state)
                    .SetProperty(o => o.Attempts, o => o.Attempts + 1)
                    .SetProperty(o => o.LastAnswer, remark)
                    .SetProperty(o => o.FinishedAt, now),
                cancellationToken);
        },
        together,
        cancellationToken);

    private async Task WriteAsync(Func<FeedbackContext, Task> work, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(BothAsync, cancellationToken);
        }
        catch (Exception fault) when (Conflict.Is(fault))
        {
            // A card was pressed, and adopted, in between: the second try finds it. Or an erasure was let past in a deadlock.
            await database.WriteAsync(BothAsync, cancellationToken);
        }

        async Task BothAsync(FeedbackContext context)
        {
            await work(context);
            foreach (var aftermath in together)
            {
                await aftermath.WriteAsync(context, clock.GetUtcNow(), cancellationToken);
            }
        }
    }
}
