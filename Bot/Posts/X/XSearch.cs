using System.Globalization;

namespace FeedbackBot.Posts.X;

/// <summary>Recent search: what was posted while the stream didn't give it.</summary>
internal sealed partial class XSearch(XClient client, XWatch watch, TimeProvider clock, ILogger logger)
{
    // X keeps seven days, counted by its clock from when it reads the request.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5);

    private readonly XRetry _retry = new("recent search", watch, clock, logger);
    private XSearchFrom? _saidTooOld;

    /// <summary>Puts every post of these hashtags since <paramref name="from"/> into the queue, trying until it's through.</summary>
    /// <returns>The newest id of the query that was sent first; null where it found nothing. Everything before it was found.</returns>
    public async Task<string?> Run(IReadOnlyList<string> hashtags, XSearchFrom from, XIntake intake, CancellationToken cancellationToken)
    {
        var start = Reachable(from.WithOverlap(), from);
        var queries = new Queue<string>(XSearchUrl.Queries(hashtags));
        var first = queries.Count > 0 ? queries.Peek() : null;
        string? newest = null;
        string? token = null;
        while (queries.TryPeek(out var query))
        {
            var answer = await client.Get(XSearchUrl.Of(query, start, token), cancellationToken);
            if (answer.Value is { } body && XPostParser.ParsePage(body, clock.GetUtcNow()) is { } page)
            {
                _retry.Reset();
                await Put(page, intake, cancellationToken);
                if (query == first)
                {
                    // Where it has to begin anew, the other queries were sent before that.
                    (newest, first) = (page.NewestId, null);
                }

                token = page.NextToken;
                if (token is null)
                {
                    queries.Dequeue();
                }
            }
            else if (IsTooOld(answer.Failure, start))
            {
                (start, token) = (TooOld(from), null);
            }
            else
            {
                if (answer.Failure is { Status: 400 })
                {
                    // A hashtag, or a page, that X doesn't take must not keep it from the other queries; its own begins anew.
                    queries.Enqueue(queries.Dequeue());

                    // While it waited, its beginning may have passed out of X's reach.
                    (start, token) = (Reachable(start, from), null);
                }

                await _retry.Wait(answer.Failure ?? new(XFailureKind.Http, "X answered with a page that can't be read."), cancellationToken);
            }
        }

        return newest;
    }

    private async Task Put(XPage page, XIntake intake, CancellationToken cancellationToken)
    {
        foreach (var skipped in page.Lines.OfType<XLine.Skipped>())
        {
            Log.Skipped(logger, skipped.Why);
        }

        // X gives the newest first; a ward reads in the order people wrote.
        var posts = page.Lines.OfType<XLine.Delivered>().Select(l => l.Post).Reverse().ToList();
        await intake.PutFound(posts, page.Billed, cancellationToken);
    }

    private XSearchFrom Reachable(XSearchFrom start, XSearchFrom from) =>
        from.StartTime < clock.GetUtcNow() - Reach ? TooOld(from)
        : start.StartTime < clock.GetUtcNow() - Reach ? XSearchFrom.At(clock.GetUtcNow() - Reach)
        : start;

    private static bool IsTooOld(XFailure? failure, XSearchFrom start) =>
        start.SinceId is not null && failure is { Status: 400 } && failure.Body.Contains("since_id", StringComparison.Ordinal);

    private XSearchFrom TooOld(XSearchFrom from)
    {
        var earliest = clock.GetUtcNow() - Reach;
        if (_saidTooOld != from)
        {
            _saidTooOld = from;
            var span = $"{(from.Time() is { } since ? $"from {Moment(since)}" : "made since the last one we have")} to {Moment(earliest)}";
            Log.TooOld(logger, span);
            watch.Change(s => s with
            {
                Remarks = [.. s.Remarks, $"X's search goes back seven days: posts {span} can't be searched any more. Look for them on X by hand."],
            });
        }

        return XSearchFrom.At(earliest);
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(1121, LogLevel.Warning, "A post in X's search results is skipped: {Why}.")]
        public static partial void Skipped(ILogger logger, string why);

        [LoggerMessage(1122, LogLevel.Warning, "X's search goes back seven days: posts {Span}, if there were any, can't be searched any more. "
            + "Look for them on X by hand.")]
        public static partial void TooOld(ILogger logger, string span);
    }
}
