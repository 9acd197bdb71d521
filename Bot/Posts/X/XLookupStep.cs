using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Looks posts up, a hundred at most: those people asked for, and every day those of open cases. With each goes the post it quotes.</summary>
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
        var due = await _rounds.DueAsync(round, affordable, _doubt.Resting(now), cancellationToken);
        if (due.Count == 0)
        {
            return (false, null);
        }

        var asked = await _lookup.Ask([.. due.SelectMany(d => d.Ids).Distinct()], cancellationToken);
        var (people, failure) = asked.Value is { } looked ? await TakeEditsAsync(looked.EditedOf(due.Select(d => d.EditionId)), cancellationToken) : ([], asked.Failure);
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
    private async Task<(IReadOnlyCollection<string> People, XFailure? Failure)> TakeEditsAsync(IReadOnlyList<string> edited, CancellationToken cancellationToken)
    {
        if (edited.Count == 0)
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
        IReadOnlyList<LookupDue> due,
        XLookupAnswer answer,
        IReadOnlyCollection<string> people,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var gone = _doubt.Believed(answer, now).ToHashSet();
        var live = due.Where(d => answer.Live.ContainsKey(d.EditionId)).ToList();

        // Where X left the quoted post unclear, both are asked for again.
        var settled = live.Where(d => d.QuotedId is not { } quoted || answer.Live.ContainsKey(quoted) || gone.Contains(quoted)).ToList();
        var result = new LookupResult(
            due.Where(d => ReadCounts.DayOf(d.CheckedAt) != ReadCounts.DayOf(now)).Sum(d => d.Ids.Count),
            [.. settled.Select(d => d.PostId)],
            [.. answer.Live.Values.Distinct()],
            people,
            [.. due.Where(d => gone.Contains(d.EditionId)).Select(d => d.PostId)])
        {
            GoneQuotes = [.. due.Select(d => d.QuotedId).OfType<string>().Where(gone.Contains).Distinct()],
            Withheld = answer.Withheld,
        };
        var looked = settled.Count + result.Gone.Count;
        await _rounds.SaveAsync(
            result,
            round with
            {
                Checked = round.Checked + looked,
                Removed = round.Removed + result.Gone.Count,
                Edited = round.Edited + answer.EditedOf(live.Select(d => d.EditionId)).Count,
                Unclear = round.Unclear + due.Count - looked,
                LastAt = now,
                Trouble = null,
            },
            cancellationToken);
        foreach (var id in result.Gone)
        {
            Log.Removed(_logger, id);
        }

        foreach (var id in due.Where(d => d.QuotedId is { } quoted && gone.Contains(quoted)).Select(d => d.PostId))
        {
            Log.QuoteRemoved(_logger, id);
        }

        if (answer.Gone.Count > gone.Count)
        {
            Log.Doubted(_logger, answer.Gone.Count, due.Sum(d => d.Ids.Count));
        }

        await _budget.WarnAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1161, LogLevel.Information, "The post of case {CaseId} is no longer public on X: what it said is erased.")]
        public static partial void Removed(ILogger logger, string caseId);

        [LoggerMessage(1164, LogLevel.Information, "What the post of case {CaseId} quotes is no longer public on X: those words are erased.")]
        public static partial void QuoteRemoved(ILogger logger, string caseId);

        [LoggerMessage(1162, LogLevel.Warning, "X says that {Gone} of {Asked} posts are gone at once. That is rather a fault at X, so they are asked for again in an hour before they are erased.")]
        public static partial void Doubted(ILogger logger, int gone, int asked);
    }
}
