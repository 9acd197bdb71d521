using System.Collections.Concurrent;
using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>Watches the outbox and runs every lane that has something due. The only sender of what nobody is waiting for on the line.</summary>
public sealed partial class OutboxWorker(
    Outbox outbox,
    OutboxSignal signal,
    LaneRun lanes,
    Pace pace,
    TimeProvider clock,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    /// <summary>A lane occupies little but a connection; more at once than this only makes Teams say 429 sooner.</summary>
    private const int LanesAtOnce = 32;

    /// <summary>How late a retry, or another instance's row, may be noticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Long enough for any repeat of the same question to be recognised.</summary>
    private static readonly TimeSpan KeepDelivered = TimeSpan.FromDays(2);

    private readonly SemaphoreSlim _atOnce = new(LanesAtOnce);
    private readonly ConcurrentDictionary<string, Task> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (tidyAt, isStart) = (clock.GetUtcNow(), true);
        while (!stoppingToken.IsCancellationRequested)
        {
            var added = signal.Next;
            try
            {
                if (isStart)
                {
                    // What Teams objected to may be mended: a wrong setting needs a start.
                    await outbox.TakeUpAsync(stoppingToken);
                    isStart = false;
                }

                foreach (var lane in await outbox.ReadyLanesAsync(stoppingToken))
                {
                    Start(lane, stoppingToken);
                }

                if (clock.GetUtcNow() >= tidyAt)
                {
                    tidyAt = clock.GetUtcNow() + TimeSpan.FromHours(1);
                    await outbox.ForgetDeliveredAsync(clock.GetUtcNow() - KeepDelivered, stoppingToken);
                    await pace.TidyAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; what waits in it can wait for it.
                Log.LookFailed(logger, fault);
            }

            await added.WaitAsync(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _atOnce.Dispose();
        base.Dispose();
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
            while (await OnceAsync(lane, stoppingToken) is var stop && (mine = stop.Mine) && stop.RestsUntil is { } until)
            {
                if (until - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, clock, stoppingToken);
                }
            }
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

    private async Task<LaneStop> OnceAsync(string lane, CancellationToken stoppingToken)
    {
        await _atOnce.WaitAsync(stoppingToken);
        try
        {
            return await lanes.RunAsync(lane, stoppingToken);
        }
        finally
        {
            _atOnce.Release();
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
