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
    /// <summary>A row that fails in our own code this often is kept for people to see, so that it can't hold up its lane for ever.</summary>
    private const int FaultsAllowed = 5;

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
            return await delivery.DeliverAsync(rows, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One of the three borders: whatever one row does, the others go on. How far it got isn't known, so it counts as sent.
            Log.Fault(logger, fault, rows[0].Id, rows[0].CaseId);
            return rows[0].Attempts + 1 < FaultsAllowed
                ? new RowResult.Later(null, fault.Message) { Sent = true }
                : new RowResult.Failed(fault.Message) { Sent = true };
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
            case RowResult.Pause pause:
                Log.Paused(logger, lane, pause.Why);
                await outbox.StayAsync([.. made, new Aftermath.ChannelPaused(lane, pause.Why)], cancellationToken);
                return false;
            case RowResult.Failed failed:
                Log.GivenUp(logger, lane, row.CaseId, failed.Why);
                await outbox.GiveUpAsync(rows, failed.Why, made, cancellationToken);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(result), result, "A result that nobody handles.");
        }
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
