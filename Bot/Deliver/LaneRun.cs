using System.Collections.Concurrent;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>Empties one lane in order, one request at a time, until it is empty or has to wait.</summary>
public sealed partial class LaneRun(
    Outbox outbox,
    RowDelivery delivery,
    ChannelDirectory channels,
    Leases leases,
    TimeProvider clock,
    ILogger<LaneRun> logger)
{
    /// <summary>A row that fails in our own code this often in a row is kept for people to see, so that it can't hold up its lane for ever.</summary>
    private const int FaultsAllowed = 5;

    // Not the row's attempts: those also count Teams' refusals, and an outage must not use up what a fault of ours is allowed.
    private readonly ConcurrentDictionary<long, int> _faults = [];
    private readonly ConcurrentDictionary<long, RowResult> _unsaved = [];

    /// <param name="stoppingToken">Like the loss of its lease, ends the run after the row under way: what Teams has taken is saved, so that a restart sends nothing twice.</param>
    /// <returns>False when another instance has the lane: looking again at once would find the same.</returns>
    public async Task<bool> RunAsync(string lane, CancellationToken stoppingToken)
    {
        await using var lease = await leases.TryHoldAsync($"lane:{lane}", stoppingToken);
        if (lease is null)
        {
            return false;
        }

        while (!lease.Token.IsCancellationRequested
            && await outbox.HeadAsync(lane, CancellationToken.None) is { } row
            && await GoAsync(row))
        {
        }

        return true;
    }

    /// <returns>Whether the lane goes on at once.</returns>
    private async Task<bool> GoAsync(OutboxRow row)
    {
        // A result that couldn't be saved (a full disk) is saved before anything is sent again.
        var result = _unsaved.TryGetValue(row.Id, out var known) ? known : await DeliverAsync(row);
        _unsaved[row.Id] = result;
        var goesOn = await SettleAsync(row, result);
        _unsaved.TryRemove(row.Id, out _);
        return goesOn;
    }

    private async Task<RowResult> DeliverAsync(OutboxRow row)
    {
        try
        {
            var result = await delivery.DeliverAsync(row, CancellationToken.None);
            _faults.TryRemove(row.Id, out _);
            return result;
        }
        catch (Exception fault)
        {
            // One of the three borders: whatever one row does, the others go on.
            Log.Fault(logger, fault, row.Id, row.CaseId);
            if (_faults.AddOrUpdate(row.Id, 1, (_, faults) => faults + 1) < FaultsAllowed)
            {
                return new RowResult.Later(null, fault.Message);
            }

            _faults.TryRemove(row.Id, out _);
            return new RowResult.Failed(fault.Message);
        }
    }

    /// <returns>Whether the lane goes on at once.</returns>
    private async Task<bool> SettleAsync(OutboxRow row, RowResult result)
    {
        switch (result)
        {
            case RowResult.Done done:
                await outbox.DoneAsync(row, done.Remark, done.Together ?? [], CancellationToken.None);
                return true;
            case RowResult.Later later:
                var delay = later.Delay ?? Backoff.Next(row.Attempts + 1, Random.Shared.NextDouble());
                if (later.Why != row.LastAnswer)
                {
                    Log.Later(logger, row.Lane, row.CaseId, later.Why, delay);
                }

                await outbox.LaterAsync(row, clock.GetUtcNow() + delay, later.Why, CancellationToken.None);
                return false;
            case RowResult.Pause pause when await channels.PauseAsync(row.Lane!, pause.Why, CancellationToken.None):
                Log.Paused(logger, row.Lane, pause.Why);
                return false;
            case RowResult.Pause pause:
                // A chat can't be paused, and its question is old by the time the bot is back.
                return await GiveUpAsync(row, pause.Why);
            case RowResult.Failed failed:
                return await GiveUpAsync(row, failed.Why);
            default:
                throw new ArgumentOutOfRangeException(nameof(result), result, "A result that nobody handles.");
        }
    }

    private async Task<bool> GiveUpAsync(OutboxRow row, string why)
    {
        Log.GivenUp(logger, row.Lane, row.CaseId, why);
        await outbox.GiveUpAsync(row, why, CancellationToken.None);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "Lane {Lane} waits with case {CaseId} for {Delay}: {Why}.")]
        public static partial void Later(ILogger logger, string? lane, string? caseId, string why, TimeSpan delay);

        [LoggerMessage(4002, LogLevel.Warning, "Lane {Lane} is paused: {Why}. It goes on when the bot is installed there again.")]
        public static partial void Paused(ILogger logger, string? lane, string why);

        [LoggerMessage(4003, LogLevel.Error, "A message in lane {Lane} about case {CaseId} can't be delivered: {Why}. It is kept; /health/ready counts it.")]
        public static partial void GivenUp(ILogger logger, string? lane, string? caseId, string why);

        [LoggerMessage(4004, LogLevel.Error, "Sending outbox row {Row} about case {CaseId} failed.")]
        public static partial void Fault(ILogger logger, Exception fault, long row, string? caseId);
    }
}
