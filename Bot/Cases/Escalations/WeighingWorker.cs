using FeedbackBot.Store;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Weighs for ever, on one instance at a time. What is durable but unweighed after a crash is weighed then, and nothing twice.</summary>
public sealed partial class WeighingWorker(WeighingRound round, Leases leases, WeighingSignal signal, ILogger<WeighingWorker> logger) : BackgroundService
{
    private const string LeaseName = "weighing";

    /// <summary>How late a reminder may be, and a post that another instance read: this one's own are weighed at once.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.WorkAsync(LeaseName, WorkAsync, fault => Log.Interrupted(logger, fault), stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var marked = signal.Next;
            await round.TakeAsync(cancellationToken);
            await marked.WaitAsync(Look, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "Weighing what deserves attention was interrupted; it goes on with what is left.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
