using System.Collections.Concurrent;
using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>Watches the outbox and runs every lane that has something due. The only sender of what nobody is waiting for on the line.</summary>
public sealed partial class OutboxWorker(
    Outbox outbox,
    OutboxSignal signal,
    LaneRun lanes,
    TimeProvider clock,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    /// <summary>A lane occupies little but a connection; more at once than this only makes Teams say 429 sooner.</summary>
    private const int LanesAtOnce = 32;

    /// <summary>How late a retry, or another instance's row, may be noticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Long enough for any repeat of the same question to be recognised.</summary>
    private static readonly TimeSpan KeepDelivered = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, Task> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tidyAt = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var lane in await outbox.ReadyLanesAsync(stoppingToken))
                {
                    if (_running.Count < LanesAtOnce)
                    {
                        Start(lane, stoppingToken);
                    }
                }

                if (clock.GetUtcNow() >= tidyAt)
                {
                    tidyAt = clock.GetUtcNow() + TimeSpan.FromHours(1);
                    await outbox.ForgetDeliveredAsync(clock.GetUtcNow() - KeepDelivered, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; what waits in it can wait for it.
                Log.LookFailed(logger, fault);
            }

            await signal.WaitAsync(Look, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Start(string lane, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        if (_running.TryAdd(lane, started.Task))
        {
            _ = Task.Run(() => RunAsync(lane, started, stoppingToken), CancellationToken.None);
        }
    }

    private async Task RunAsync(string lane, TaskCompletionSource started, CancellationToken stoppingToken)
    {
        var mine = false;
        try
        {
            mine = await lanes.RunAsync(lane, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            Log.LaneFailed(logger, fault, lane);
        }
        finally
        {
            _running.TryRemove(lane, out _);
            started.SetResult();
            if (mine)
            {
                // Something may have been added between the lane's last look and its end.
                signal.Set();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4010, LogLevel.Error, "The outbox couldn't be read; trying again.")]
        public static partial void LookFailed(ILogger logger, Exception fault);

        [LoggerMessage(4011, LogLevel.Error, "Lane {Lane} stopped; trying again.")]
        public static partial void LaneFailed(ILogger logger, Exception fault, string lane);
    }
}
