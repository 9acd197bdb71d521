using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Looks posts up for ever, on one instance at a time.</summary>
public sealed partial class XLookupWorker(XLookupStep step, Leases leases, LookupSignal wishes, XWatch watch, TimeProvider clock, ILogger<XLookupWorker> logger)
    : BackgroundService
{
    private const string LeaseName = "x:lookups";

    /// <summary>How often it looks whether a round begins, or another instance took a wish.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

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
                // One of the three borders: a batch of posts failed; what wasn't saved is looked up again.
                Log.Interrupted(logger, fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

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
                await IdleAsync(wish, cancellationToken);
            }
        }
    }

    private async Task IdleAsync(Task wish, CancellationToken cancellationToken)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(wish, Task.Delay(Idle, clock, woken.Token));
        await woken.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static partial class Log
    {
        [LoggerMessage(1163, LogLevel.Error, "Looking posts up was interrupted; it goes on with what isn't looked up yet.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
