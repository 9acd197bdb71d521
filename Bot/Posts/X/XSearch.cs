using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>Recent search: what was posted while nobody was listening.</summary>
internal sealed partial class XSearch(XClient client, Organisation organisation, TimeProvider clock, ILogger logger)
{
    // X keeps seven days, counted from when it reads the request.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private bool _saidTooOld;

    /// <summary>Puts every post since <paramref name="from"/> into the queue, trying until it's through.</summary>
    /// <returns>The greatest id seen; null where there was nothing.</returns>
    public async Task<string?> Run(XSearchFrom from, XIntake intake, CancellationToken cancellationToken)
    {
        string? newest = null;
        foreach (var query in XSearchUrl.Queries(XHashtags.Of(organisation)))
        {
            newest = Newer(newest, await Run(query, from, intake, cancellationToken));
        }

        return newest;
    }

    private async Task<string?> Run(string query, XSearchFrom from, XIntake intake, CancellationToken cancellationToken)
    {
        var retry = new XRetry("recent search", clock, logger);
        string? newest = null;
        string? token = null;
        while (true)
        {
            var answer = await client.Get(XSearchUrl.Of(query, Reachable(from), token), cancellationToken);
            if (answer.Value is { } body && XPostParser.ParsePage(body, clock.GetUtcNow()) is { } page)
            {
                retry.Reset();
                await Put(page, intake, cancellationToken);
                newest = token is null ? page.NewestId : newest;
                token = page.NextToken;
                if (token is null)
                {
                    return newest;
                }
            }
            else if (IsTooOld(answer.Failure, from))
            {
                from = TooOld();
                token = null;
            }
            else
            {
                await retry.Wait(answer.Failure ?? new(XFailureKind.Http, "X answered with a page that can't be read."), cancellationToken);
                // A page that X no longer knows would be refused for ever: from the first one again.
                token = answer.Failure is { Status: 400 } ? null : token;
            }
        }
    }

    private async Task Put(XPage page, XIntake intake, CancellationToken cancellationToken)
    {
        // X gives the newest first; a ward reads in the order people wrote.
        foreach (var line in page.Lines.Reverse())
        {
            if (line is XLine.Delivered { Post: var post })
            {
                await intake.Put(post, cancellationToken);
            }
            else if (line is XLine.Skipped { Why: var why })
            {
                Log.Skipped(logger, why);
            }
        }
    }

    private XSearchFrom Reachable(XSearchFrom from)
    {
        var earliest = clock.GetUtcNow() - Reach;
        return from.StartTime < earliest ? XSearchFrom.At(earliest) : from;
    }

    private static bool IsTooOld(XFailure? failure, XSearchFrom from) =>
        from.SinceId is not null && failure is { Status: 400 } && failure.Body.Contains("since_id", StringComparison.Ordinal);

    private XSearchFrom TooOld()
    {
        if (!_saidTooOld)
        {
            Log.TooOld(logger);
            _saidTooOld = true;
        }

        return XSearchFrom.At(clock.GetUtcNow() - Reach);
    }

    private static string? Newer(string? a, string? b) =>
        ulong.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var old)
        && (!ulong.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var fresh) || fresh < old) ? a : b;

    private static partial class Log
    {
        [LoggerMessage(1121, LogLevel.Warning, "A post in X's search results is skipped: {Why}.")]
        public static partial void Skipped(ILogger logger, string why);

        [LoggerMessage(1122, LogLevel.Warning, "The last post read from X is more than seven days old, which is as far as X's search goes. "
            + "Posts older than that, if there were any since, can't be searched: look for them on X by hand.")]
        public static partial void TooOld(ILogger logger);
    }
}
