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
    /// <summary>A row that fails in our own code this often is kept for people to see, so that it can't hold up its lane for ever.</summary>
    private const int FaultsAllowed = 5;

    /// <returns>False when another instance has the lane: looking again at once would find the same.</returns>
    public async Task<bool> RunAsync(string lane, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryHoldAsync($"lane:{lane}", cancellationToken);
        if (lease is null)
        {
            return false;
        }

        // What was sent is saved even when the lease was lost meanwhile.
        while (await outbox.HeadAsync(lane, lease.Token) is { } row
            && await SettleAsync(row, await DeliverAsync(row, lease.Token), cancellationToken))
        {
        }

        return true;
    }

    private async Task<RowResult> DeliverAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.DeliverAsync(row, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One of the three borders: whatever one row does, the others go on.
            Log.Fault(logger, fault, row.Id, row.CaseId);
            return row.Attempts + 1 < FaultsAllowed ? new RowResult.Later(null, fault.Message) : new RowResult.Failed(fault.Message);
        }
    }

    /// <returns>Whether the lane goes on at once.</returns>
    private async Task<bool> SettleAsync(OutboxRow row, RowResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case RowResult.Done done:
                await outbox.DoneAsync(row, done.Remark, done.Together ?? [], cancellationToken);
                return true;
            case RowResult.Later later:
                var delay = later.Delay ?? Backoff.Next(row.Attempts + 1, Random.Shared.NextDouble());
                if (later.Why != row.LastAnswer)
                {
                    Log.Later(logger, row.Lane, row.CaseId, later.Why, delay);
                }

                await outbox.LaterAsync(row, clock.GetUtcNow() + delay, later.Why, cancellationToken);
                return false;
            case RowResult.Pause pause:
                Log.Paused(logger, row.Lane, pause.Why);
                await channels.PauseAsync(row.Lane!, pause.Why, cancellationToken);
                return false;
            case RowResult.Failed failed:
                Log.GivenUp(logger, row.Lane, row.CaseId, failed.Why);
                await outbox.GiveUpAsync(row, failed.Why, cancellationToken);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(result), result, "A result that nobody handles.");
        }
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
