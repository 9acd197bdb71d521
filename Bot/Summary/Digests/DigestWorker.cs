using FeedbackBot.Store;

namespace FeedbackBot.Summary.Digests;

/// <summary>Sends digests for ever, on one instance at a time.</summary>
public sealed partial class DigestWorker(DigestRound round, Leases leases, TimeProvider clock, ILogger<DigestWorker> logger)
    : BackgroundService
{
    private const string LeaseName = "digests";

    /// <summary>How late a digest may be. A look reads one small table, and needs no word from whoever sets a digest, on whichever instance.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(9);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.WorkAsync(LeaseName, WorkAsync, fault => Log.Interrupted(logger, fault), stoppingToken);

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
