using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Looks posts up for ever, on one instance at a time.</summary>
public sealed partial class XLookupWorker(XLookupStep step, Leases leases, LookupSignal wishes, XWatch watch, TimeProvider clock, ILogger<XLookupWorker> logger)
    : BackgroundService
{
    private const string LeaseName = "x:lookups";

    /// <summary>How often it looks whether a round begins, or another instance took a wish.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.WorkAsync(LeaseName, WorkAsync, fault => Log.Interrupted(logger, fault), stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var retry = new XRetry("look-up", watch, clock, logger);
        while (true)
        {
            var wish = wishes.Next;
            var (hasMore, failure) = await step.TakeAsync(cancellationToken);
            if (failure is not null)
            {
                await retry.Wait(failure, cancellationToken);
                continue;
            }

            if (hasMore)
            {
                retry.Reset();
            }
            else
            {
                await wish.WaitAsync(Idle, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1163, LogLevel.Error, "Looking posts up was interrupted; it goes on with what isn't looked up yet.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
