using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Writes down every few seconds what X gave, for the bill, and how the reading stands, for whoever asks whichever instance.</summary>
public sealed partial class XJournal(XWatch watch, XCounter counter, Standings standings, Leases leases, TimeProvider clock, ILogger<XJournal> logger) : BackgroundService
{
    /// <summary>Names the status in <see cref="Standings"/>.</summary>
    public const string Standing = "x:status";

    /// <summary>How often it is written at most; a kill loses what was counted since.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(7);

    /// <summary>A word now and then, though nothing changed, tells that somebody is there.</summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromMinutes(1);

    private XStatus? _told;
    private DateTimeOffset _toldAt;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watch.Gave += counter.Add;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // One of the three borders: what wasn't written is written next time.
                Log.Interrupted(logger, fault);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await counter.WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await counter.WriteAsync(cancellationToken);
        var (status, now) = (watch.Now, clock.GetUtcNow());
        if (status == _told && now - _toldAt < SignOfLife)
        {
            return;
        }

        // Who lost the lease no longer knows how the reading stands.
        if (await leases.IsOursAsync(PostReader.LeaseOf(XPostSource.SourceName), cancellationToken))
        {
            await standings.SaveAsync(Standing, status, cancellationToken);
            (_told, _toldAt) = (status, now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1171, LogLevel.Error, "What X gave and how its reading stands couldn't be written down; it is tried again.")]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
