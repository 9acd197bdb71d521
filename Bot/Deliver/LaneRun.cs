using System.Collections.Concurrent;
using FeedbackBot.Cards;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>Empties one lane in order, one request at a time, until it is empty or has to wait.</summary>
public sealed partial class LaneRun(
    Outbox outbox,
    RowDelivery delivery,
    Pace pace,
    Leases leases,
    TimeProvider clock,
    ILogger<LaneRun> logger)
{
    /// <summary>A row that fails in our own code this often in a row is kept for people to see, so that it can't hold up its lane for ever.</summary>
    private const int FaultsAllowed = 5;

    private const int HeadsAtOnce = 2 * ListCard.Most;

    // Not the row's attempts: those also count Teams' refusals, and an outage must not use up what a fault of ours is allowed.
    private readonly ConcurrentDictionary<long, int> _faults = [];
    private readonly ConcurrentDictionary<long, LaneStep> _unsaved = [];

    // Where Teams refused a list, its cases come one by one: one bad post must not take nine others with it.
    private readonly ConcurrentDictionary<string, bool> _withoutLists = [];

    /// <param name="stoppingToken">Like the loss of its lease, ends the run after the row under way: what Teams has taken is saved, so that a restart sends nothing twice.</param>
    public async Task<LaneStop> RunAsync(string lane, CancellationToken stoppingToken)
    {
        await using var lease = await leases.TryHoldAsync($"lane:{lane}", stoppingToken);
        if (lease is null)
        {
            return new LaneStop(false, null);
        }

        await pace.BeginAsync(lane, lease.IsNew, CancellationToken.None);
        while (!lease.Token.IsCancellationRequested && await HeadAsync(lane) is { Count: > 0 } rows)
        {
            // A result that couldn't be saved (a full disk) is saved before anything is sent again.
            if (!_unsaved.TryGetValue(rows[0].Id, out var step))
            {
                if (await pace.NextAsync(lane, CancellationToken.None) is var next && next > clock.GetUtcNow())
                {
                    return new LaneStop(true, next);
                }

                var result = await DeliverAsync(rows);
                step = new LaneStep(rows, result, result.Sent ? pace.Made(lane) : []);
                _unsaved[rows[0].Id] = step;
            }

            var goesOn = await SettleAsync(lane, step);
            _unsaved.TryRemove(step.Rows[0].Id, out _);
            if (!goesOn)
            {
                break;
            }
        }

        return new LaneStop(true, null);
    }

    /// <summary>The row that is next; in a storm, the new cases that go together in one list.</summary>
    private async Task<IReadOnlyList<OutboxRow>> HeadAsync(string lane)
    {
        var heads = await outbox.HeadsAsync(lane, HeadsAtOnce, CancellationToken.None);

        // Where complaints are alike each brings a refresh with it: these don't keep new cases apart.
        var cards = heads.TakeWhile(r => RowDelivery.IsNewCard(r) || RowDelivery.IsRefresh(r)).Where(RowDelivery.IsNewCard).Take(ListCard.Most).ToList();
        if (cards.Count < 2 || cards[0] != heads[0] || _withoutLists.ContainsKey(lane))
        {
            return [.. heads.Take(1)];
        }

        var waiting = heads.Count < HeadsAtOnce ? heads.Count : await outbox.CountAsync(lane, CancellationToken.None);
        return pace.IsStorm(lane, waiting) ? cards : [cards[0]];
    }

    private async Task<RowResult> DeliverAsync(IReadOnlyList<OutboxRow> rows)
    {
        var row = rows[0];
        try
        {
            var result = await delivery.DeliverAsync(rows, CancellationToken.None);
            _faults.TryRemove(row.Id, out _);
            return result;
        }
        catch (Exception fault)
        {
            // One of the three borders: whatever one row does, the others go on. How far it got isn't known, so it counts as sent.
            Log.Fault(logger, fault, row.Id, row.CaseId);
            if (_faults.AddOrUpdate(row.Id, 1, (_, faults) => faults + 1) < FaultsAllowed)
            {
                return new RowResult.Later(null, fault.Message) { Sent = true };
            }

            _faults.TryRemove(row.Id, out _);
            return new RowResult.Failed(fault.Message) { Sent = true };
        }
    }

    /// <returns>Whether the lane goes on at once.</returns>
    private async Task<bool> SettleAsync(string lane, LaneStep step)
    {
        var (row, made) = (step.Rows[0], step.Made);
        switch (step.Result)
        {
            case RowResult.Done done:
                await outbox.DoneAsync(step.Rows, done.Remark, [.. made, .. done.Together ?? []], CancellationToken.None);
                return true;
            case RowResult.More more:
                await outbox.StayAsync([.. made, .. more.Together], CancellationToken.None);
                return true;
            case RowResult.Later later:
                var dueAt = pace.Retry(row.Attempts + 1, later.Delay);
                if (later.Why != row.LastAnswer)
                {
                    Log.Later(logger, lane, row.CaseId, later.Why, dueAt - clock.GetUtcNow());
                }

                await outbox.LaterAsync(row, dueAt, later.Why, made, CancellationToken.None);
                return false;
            case RowResult.Postponed postponed:
                await outbox.PostponeAsync(row, postponed.Until, postponed.Why, made, CancellationToken.None);
                return true;
            case RowResult.Pause pause:
                return await PauseAsync(lane, step, pause.Why);
            case RowResult.Failed when step.Rows.Count > 1:
                _withoutLists[lane] = true;
                await outbox.StayAsync(made, CancellationToken.None);
                return true;
            case RowResult.Failed failed:
                return await GiveUpAsync(lane, step, failed.Why);
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.Result, "A result that nobody handles.");
        }
    }

    private async Task<bool> PauseAsync(string lane, LaneStep step, string why)
    {
        switch (await outbox.PauseAsync(step.Rows[0], why, step.Made, CancellationToken.None))
        {
            case PauseResult.Paused:
                Log.Paused(logger, lane, why);
                return false;
            case PauseResult.BackAgain:
                return true;
            default:
                // Its question is old by the time the bot is back.
                return await GiveUpAsync(lane, step with { Made = [] }, why);
        }
    }

    private async Task<bool> GiveUpAsync(string lane, LaneStep step, string why)
    {
        Log.GivenUp(logger, lane, step.Rows[0].CaseId, why);
        await outbox.GiveUpAsync(step.Rows, why, step.Made, CancellationToken.None);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "Lane {Lane} waits with case {CaseId} for {Delay}: {Why}.")]
        public static partial void Later(ILogger logger, string lane, string? caseId, string why, TimeSpan delay);

        [LoggerMessage(4002, LogLevel.Warning, "Lane {Lane} is paused: {Why}. It goes on when the bot is installed there again.")]
        public static partial void Paused(ILogger logger, string lane, string why);

        [LoggerMessage(4003, LogLevel.Error, "A message in lane {Lane} about case {CaseId} can't be delivered: {Why}. It is kept and tried again at the next start; /health/ready counts it.")]
        public static partial void GivenUp(ILogger logger, string lane, string? caseId, string why);

        [LoggerMessage(4004, LogLevel.Error, "Sending outbox row {Row} about case {CaseId} failed.")]
        public static partial void Fault(ILogger logger, Exception fault, long row, string? caseId);
    }
}
