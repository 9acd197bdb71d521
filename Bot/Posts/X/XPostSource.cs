using System.Runtime.CompilerServices;
using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>
/// Posts from X: the filtered stream, and recent search for what came before it was open and in every gap. The cursor is the greatest
/// id read (before the first post, when the first stream opened), and moves only while there is no gap below it.
/// </summary>
public sealed partial class XPostSource : IPostSource
{
    public const string SourceName = "x";
    private const int LongestBatch = 500;

    // A stream that held this long wasn't part of a row of failures.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly XRuleKeeper _rules;
    private readonly XStream _stream;
    private readonly XSearch _search;

    public XPostSource(XClient client, Organisation organisation, XWatch watch, TimeProvider clock, ILogger<XPostSource> logger)
    {
        _clock = clock;
        _logger = logger;
        _rules = new(client, organisation, watch, clock, logger);
        _stream = new(client, clock, logger);
        _search = new(client, organisation, clock, logger);
    }

    public string Name => SourceName;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostBatch> Read(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var intake = new XIntake(cursor);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => KeepReading(intake, stop.Token), CancellationToken.None);
        try
        {
            while (await intake.Queue.WaitToReadAsync(cancellationToken))
            {
                var batch = Take(intake);
                if (batch.Posts.Count > 0 || (batch.Cursor is not null && batch.Cursor != cursor))
                {
                    cursor = batch.Cursor ?? cursor;
                    yield return batch;
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static PostBatch Take(XIntake intake)
    {
        var posts = new List<Post>();
        string? cursor = null;
        while (posts.Count < LongestBatch && intake.Queue.TryRead(out var entry))
        {
            cursor = entry.Cursor ?? cursor;
            if (entry.Post is not null)
            {
                posts.Add(entry.Post);
            }
        }

        return new(posts, cursor);
    }

    /// <summary>Ends only when stopped; what nobody foresaw ends <see cref="Read"/> too, through the queue.</summary>
    private async Task KeepReading(XIntake intake, CancellationToken stop)
    {
        try
        {
            var began = _clock.GetUtcNow();
            var retry = new XRetry("stream", _clock, _logger);
            while (true)
            {
                var rulesFailure = (await _rules.Sync(stop)).Failure;
                var opened = await _stream.Open(stop);
                var failure = opened.Failure;
                if (opened.Value is { } response)
                {
                    using (response)
                    {
                        var since = _clock.GetTimestamp();
                        failure = await ReadOne(response, rulesFailure, intake, stop);
                        if (_clock.GetElapsedTime(since) >= Steady)
                        {
                            retry.Reset();
                        }
                    }
                }
                else
                {
                    intake.NotOpened(began);
                }

                await retry.Wait(failure!, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            intake.End(null);
        }
        catch (Exception unforeseen)
        {
            intake.End(unforeseen);
        }
    }

    private async Task<XFailure> ReadOne(HttpResponseMessage opened, XFailure? rulesFailure, XIntake intake, CancellationToken stop)
    {
        Log.Opened(_logger);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beside = Task.WhenAll(OrEnd(CatchUp(intake, ended.Token), ended), OrEnd(KeepRules(rulesFailure, ended.Token), ended));
        try
        {
            return await _stream.Read(opened, intake, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
            try
            {
                await beside;
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The stream ended first; the next one starts both again.
            }

            intake.Lost();
        }
    }

    // What nobody foresaw beside the stream ends the stream, instead of going unseen until that ends by itself.
    private static async Task OrEnd(Task beside, CancellationTokenSource ended)
    {
        try
        {
            await beside;
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            await ended.CancelAsync();
            throw;
        }
    }

    private async Task CatchUp(XIntake intake, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (intake.Opened(now) is { } from)
        {
            var newest = await _search.Run(from, intake, cancellationToken);
            await intake.CaughtUp(newest, now, cancellationToken);
            Log.CaughtUp(_logger);
        }
    }

    private async Task KeepRules(XFailure? failure, CancellationToken cancellationToken)
    {
        var retry = new XRetry("rules", _clock, _logger);
        while (true)
        {
            if (failure is not null)
            {
                await retry.Wait(failure, cancellationToken);
            }
            else
            {
                retry.Reset();
                await _rules.Due(cancellationToken);
            }

            failure = (await _rules.Sync(cancellationToken)).Failure;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1141, LogLevel.Information, "X's stream is open.")]
        public static partial void Opened(ILogger logger);

        [LoggerMessage(1142, LogLevel.Information, "Everything posted before X's stream opened is read.")]
        public static partial void CaughtUp(ILogger logger);
    }
}
