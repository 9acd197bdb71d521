using System.Runtime.CompilerServices;
using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>
/// Posts from X: the filtered stream, and recent search for what it didn't give. Three things go on beside each other: the connection, the
/// search of gaps, the rules; they meet in <see cref="XIntake"/>.
/// </summary>
public sealed class XPostSource : IPostSource
{
    public const string SourceName = "x";
    private const int LongestBatch = 500;

    /// <summary>Names the reading as a whole among what is waited for.</summary>
    public const string Whole = "reading";

    private readonly XWatch _watch;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly XRuleKeeper _rules;
    private readonly XConnection _connection;
    private readonly XCatchUp _catchUp;

    public XPostSource(XClient client, Organisation organisation, XWatch watch, TimeProvider clock, ILogger<XPostSource> logger)
    {
        (_watch, _clock, _logger) = (watch, clock, logger);
        _rules = new(client, organisation, watch, clock, logger);
        _connection = new(client, _rules.LookAgain, watch, clock, logger);
        _catchUp = new(new(client, watch, clock, logger), () => _rules.Hashtags, clock, logger);
    }

    public string Name => SourceName;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostBatch> Read(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var intake = new XIntake(cursor, _watch, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => KeepReading(intake, stop), CancellationToken.None);
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
    private async Task KeepReading(XIntake intake, CancellationTokenSource stop)
    {
        var rulesTried = new TaskCompletionSource();
        IReadOnlyList<XWait> waits = [];
        try
        {
            await Task.WhenAll(
                OrStop(KeepRules(intake, rulesTried, stop.Token), stop),
                OrStop(KeepConnection(intake, rulesTried.Task, stop.Token), stop),
                OrStop(_catchUp.Run(intake, stop.Token), stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            intake.End(null);
        }
        catch (Exception unforeseen)
        {
            // Whoever reads begins again soon; until the stream is open, an operator has to see why it isn't.
            waits = [new(Whole, $"It was interrupted and begins again: {unforeseen.Message}", _clock.GetUtcNow())];
            intake.End(unforeseen);
        }
        finally
        {
            _watch.Change(s => s with { Waits = waits });
        }
    }

    // What nobody foresaw in one of the three must end all, instead of going unseen.
    private static async Task OrStop(Task one, CancellationTokenSource stop)
    {
        try
        {
            await one;
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task KeepConnection(XIntake intake, Task rulesTried, CancellationToken stop)
    {
        await rulesTried.WaitAsync(stop);
        await _connection.Run(intake, stop);
    }

    private async Task KeepRules(XIntake intake, TaskCompletionSource tried, CancellationToken stop)
    {
        var retry = new XRetry("rules", _watch, _clock, _logger);
        var gaps = new XRuleGaps(intake, _clock);
        while (true)
        {
            var asked = _clock.GetUtcNow();
            var kept = await _rules.Sync(stop);
            gaps.After(kept, asked);
            tried.TrySetResult();
            if (kept.Failure is not null)
            {
                await retry.Wait(kept.Failure, stop);
            }
            else
            {
                retry.Reset();
                await _rules.Due(stop);
            }
        }
    }
}
