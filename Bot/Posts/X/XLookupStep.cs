using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Looks posts up, a hundred at most: those people asked for, and every day those of open cases.</summary>
public sealed partial class XLookupStep
{
    private readonly XLookup _lookup;
    private readonly XRounds _rounds;
    private readonly XBudget _budget;
    private readonly PostDesk _desk;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly XDoubt _doubt = new();

    public XLookupStep(XClient client, XRounds rounds, XBudget budget, PostDesk desk, TimeProvider clock, ILogger<XLookupStep> logger)
    {
        _lookup = new(client, clock);
        (_rounds, _budget, _desk, _clock, _logger) = (rounds, budget, desk, clock, logger);
    }

    /// <summary>What came of it is durable when it returns.</summary>
    /// <returns>Whether anything was looked up, so that there may be more; or why X gave nothing.</returns>
    public async Task<(bool HasMore, XFailure? Failure)> TakeAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var round = await _rounds.NowAsync(cancellationToken);
        var affordable = await _budget.AffordableAsync(cancellationToken);
        var due = (await _rounds.DueAsync(round, affordable, _doubt.Resting(now), cancellationToken)).ToDictionary(d => d.EditionId);
        if (due.Count == 0)
        {
            return (false, null);
        }

        var asked = await _lookup.Ask(due.Keys, cancellationToken);
        var (people, failure) = asked.Value is { } looked ? await TakeEditsAsync(looked, cancellationToken) : ([], asked.Failure);
        if (failure is not null)
        {
            if (round.Trouble != failure.Why)
            {
                await _rounds.SaveAsync(round with { Trouble = failure.Why }, cancellationToken);
            }

            return (false, failure);
        }

        await SaveAsync(round, due, asked.Value!, people, now, cancellationToken);
        return (true, null);
    }

    /// <summary>An edit that the stream and search have missed takes the same way as one that they give.</summary>
    /// <returns>Whom X gave with the edits, or why it gave nothing.</returns>
    private async Task<(IReadOnlyCollection<string> People, XFailure? Failure)> TakeEditsAsync(XLookupAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Edited is not { Count: > 0 } edited)
        {
            return ([], null);
        }

        var read = await _lookup.Read(edited, cancellationToken);
        if (read.Value is not { } page)
        {
            return ([], read.Failure);
        }

        var posts = page.Lines.OfType<XLine.Delivered>().Select(l => l.Post).ToList();
        await _desk.TakeAsync(XPostSource.SourceName, new PostBatch(posts, null), cancellationToken);
        return (page.Billed.People, null);
    }

    private async Task SaveAsync(
        XRound round,
        Dictionary<string, LookupDue> due,
        XLookupAnswer answer,
        IReadOnlyCollection<string> people,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var gone = _doubt.Believed(answer, now);
        var result = new LookupResult(
            due.Values.Count(d => ReadCounts.DayOf(d.CheckedAt) != ReadCounts.DayOf(now)),
            [.. answer.Live.Keys.Select(id => due[id].PostId)],
            [.. answer.Live.Values],
            people,
            [.. gone.Select(id => due[id].PostId)]);
        var looked = answer.Live.Count + gone.Count;
        await _rounds.SaveAsync(
            result,
            round with
            {
                Checked = round.Checked + looked,
                Removed = round.Removed + gone.Count,
                Edited = round.Edited + answer.Edited.Count,
                Unclear = round.Unclear + due.Count - looked,
                LastAt = now,
                Trouble = null,
            },
            cancellationToken);
        foreach (var id in result.Gone)
        {
            Log.Removed(_logger, id);
        }

        if (answer.Gone.Count > gone.Count)
        {
            Log.Doubted(_logger, answer.Gone.Count, due.Count);
        }

        await _budget.WarnAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1161, LogLevel.Information, "The post of case {CaseId} is no longer public on X: what it said is erased.")]
        public static partial void Removed(ILogger logger, string caseId);

        [LoggerMessage(1162, LogLevel.Warning, "X says that {Gone} of {Asked} posts are gone at once. That is rather a fault at X, so they are asked for again in an hour before they are erased.")]
        public static partial void Doubted(ILogger logger, int gone, int asked);
    }
}
