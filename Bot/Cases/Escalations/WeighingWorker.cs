using FeedbackBot.Store;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Weighs for ever, on one instance at a time. What is durable but unweighed after a crash is weighed then, and nothing twice.</summary>
public sealed partial class WeighingWorker(WeighingRound round, Leases leases, ILogger<WeighingWorker> logger) : BackgroundService
{
    private const string LeaseName = "weighing";

    /// <summary>How late a post is weighed: what must not wait waits no longer than this.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await leases.TryHoldAsync(LeaseName, stoppingToken);
                while (lease is not null)
                {
                    await round.TakeAsync(lease.Token);
                    await Task.Delay(Look, lease.Token);
                }
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // The lease is another instance's now.
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; what is to be weighed is still there then.
                Log.Interrupted(logger, fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "Weighing what deserves attention was interrupted; it goes on with what is left.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
