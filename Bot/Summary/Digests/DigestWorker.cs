using FeedbackBot.Store;

namespace FeedbackBot.Summary.Digests;

/// <summary>Sends digests for ever, on one instance at a time.</summary>
public sealed partial class DigestWorker(DigestRound round, Leases leases, TimeProvider clock, ILogger<DigestWorker> logger)
    : BackgroundService
{
    private const string LeaseName = "digests";

    /// <summary>How late a digest may be. A look reads one small table, and needs no word from whoever sets a digest, on whichever instance.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(9);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await leases.TryHoldAsync(LeaseName, stoppingToken);
                if (lease is not null)
                {
                    await WorkAsync(lease.Token);
                }
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // The lease is another instance's now: it goes on with what is durable.
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; what is due by then is still due.
                Log.Interrupted(logger, fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await round.TakeAsync(cancellationToken);
            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6010, LogLevel.Error, "Sending digests was interrupted; it goes on with what is due.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
