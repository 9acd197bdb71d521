using FeedbackBot.Store;

namespace FeedbackBot.Posts;

/// <summary>Reads one source for ever: from the stored cursor, and again from there whenever it ends or fails.</summary>
public sealed partial class PostReader(
    IPostSource source,
    PostDesk desk,
    Intake intake,
    Leases leases,
    IHostApplicationLifetime lifetime,
    ILogger<PostReader> logger) : BackgroundService
{
    /// <summary>Whoever holds this reads the source.</summary>
    public static string LeaseOf(string source) => $"posts:{source}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Sources may name this machine's own address in a post, which is known once the server listens.
        await StartedAsync(stoppingToken);

        // Two instances must never read X at once: whoever can't renew its lease stops reading. What wasn't saved is read again from the cursor.
        await leases.WorkAsync(LeaseOf(source.Name), ReadAsync, fault => Log.Interrupted(logger, fault, source.Name), stoppingToken);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var cursor = await intake.CursorAsync(source.Name, cancellationToken);
        await foreach (var batch in source.Read(cursor, cancellationToken))
        {
            var added = await desk.TakeAsync(source.Name, batch, cancellationToken);
            Log.Taken(logger, source.Name, batch.Posts.Count, added);
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Debug, "Source {Source} gave {Posts} posts, {Cases} of them new.")]
        public static partial void Taken(ILogger logger, string source, int posts, int cases);

        [LoggerMessage(1011, LogLevel.Error, "Reading {Source} was interrupted; it goes on from the last saved place.")]
        public static partial void Interrupted(ILogger logger, Exception fault, string source);
    }
}
