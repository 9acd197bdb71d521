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

    // Not the row's attempts: those also count Teams' refusals, and an outage must not use up what a fault of ours is allowed.
    private readonly ConcurrentDictionary<long, int> _faults = [];

    public async Task<LaneStop> RunAsync(string lane, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryHoldAsync($"lane:{lane}", cancellationToken);
        if (lease is null)
        {
            return new LaneStop(false, null);
        }

        await pace.BeginAsync(lane, lease.IsNew, lease.Token);
        while (await HeadAsync(lane, lease.Token) is { Count: > 0 } rows)
        {
            if (await pace.NextAsync(lane, lease.Token) is var next && next > clock.GetUtcNow())
            {
                return new LaneStop(true, next);
            }

            // What was sent is saved even when the lease was lost meanwhile.
            if (!await SettleAsync(lane, rows, await DeliverAsync(rows, lease.Token), cancellationToken))
            {
                break;
            }
        }

        return new LaneStop(true, null);
    }

    /// <summary>The row that is next; in a storm, the new cases that go together in one list.</summary>
    private async Task<IReadOnlyList<OutboxRow>> HeadAsync(string lane, CancellationToken cancellationToken)
    {
        var heads = await outbox.HeadsAsync(lane, ListCard.Most, cancellationToken);
        var cards = heads.TakeWhile(RowDelivery.IsNewCard).ToList();
        if (cards.Count < 2)
        {
            return [.. heads.Take(1)];
        }

        var waiting = heads.Count < ListCard.Most ? heads.Count : await outbox.CountAsync(lane, cancellationToken);
        return pace.IsStorm(lane, waiting) ? cards : [cards[0]];
    }

    private async Task<RowResult> DeliverAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            var result = await delivery.DeliverAsync(rows, cancellationToken);
            _faults.TryRemove(rows[0].Id, out _);
            return result;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One of the three borders: whatever one row does, the others go on. How far it got isn't known, so it counts as sent.
            Log.Fault(logger, fault, rows[0].Id, rows[0].CaseId);
            if (_faults.AddOrUpdate(rows[0].Id, 1, (_, faults) => faults + 1) < FaultsAllowed)
            {
                return new RowResult.Later(null, fault.Message) { Sent = true };
            }

            _faults.TryRemove(rows[0].Id, out _);
            return new RowResult.Failed(fault.Message) { Sent = true };
        }
    }

    /// <returns>Whether the lane goes on at once.</returns>
    private async Task<bool> SettleAsync(string lane, IReadOnlyList<OutboxRow> rows, RowResult result, CancellationToken cancellationToken)
    {
        var (row, made) = (rows[0], result.Sent ? pace.Made(lane) : []);
        switch (result)
        {
            case RowResult.Done done:
                await outbox.DoneAsync(rows, done.Remark, [.. made, .. done.Together ?? []], cancellationToken);
                return true;
            case RowResult.More more:
                await outbox.StayAsync([.. made, .. more.Together], cancellationToken);
                return true;
            case RowResult.Later later:
                var delay = later.Delay ?? Backoff.Next(row.Attempts + 1, Random.Shared.NextDouble());
                if (later.Why != row.LastAnswer)
                {
                    Log.Later(logger, lane, row.CaseId, later.Why, delay);
                }

                await outbox.LaterAsync(row, clock.GetUtcNow() + delay, later.Why, made, cancellationToken);
                return false;
            case RowResult.Pause pause when await outbox.PauseAsync(lane, pause.Why, made, cancellationToken):
                Log.Paused(logger, lane, pause.Why);
                return false;
            case RowResult.Pause pause:
                // A chat can't be paused, and its question is old by the time the bot is back.
                return await GiveUpAsync(rows, pause.Why, made, cancellationToken);
            case RowResult.Failed failed:
                return await GiveUpAsync(rows, failed.Why, made, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(result), result, "A result that nobody handles.");
        }
    }

    private async Task<bool> GiveUpAsync(IReadOnlyList<OutboxRow> rows, string why, IReadOnlyList<Aftermath> made, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, rows[0].Lane!, rows[0].CaseId, why);
        await outbox.GiveUpAsync(rows, why, made, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "Lane {Lane} waits with case {CaseId} for {Delay}: {Why}.")]
        public static partial void Later(ILogger logger, string lane, string? caseId, string why, TimeSpan delay);

        [LoggerMessage(4002, LogLevel.Warning, "Lane {Lane} is paused: {Why}. It goes on when the bot is installed there again.")]
        public static partial void Paused(ILogger logger, string lane, string why);

        [LoggerMessage(4003, LogLevel.Error, "A message in lane {Lane} about case {CaseId} can't be delivered: {Why}. It is kept; /health/ready counts it.")]
        public static partial void GivenUp(ILogger logger, string lane, string? caseId, string why);

        [LoggerMessage(4004, LogLevel.Error, "Sending outbox row {Row} about case {CaseId} failed.")]
        public static partial void Fault(ILogger logger, Exception fault, long row, string? caseId);
    }
}
