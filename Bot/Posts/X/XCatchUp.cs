namespace FeedbackBot.Posts.X;

/// <summary>Searches every gap when it is time to.</summary>
/// <param name="hashtags">All that are wanted now.</param>
internal sealed partial class XCatchUp(XSearch search, Func<IReadOnlyList<string>> hashtags, TimeProvider clock, ILogger logger)
{
    /// <summary>Ends only when stopped.</summary>
    public async Task Run(XIntake intake, CancellationToken stop)
    {
        while (true)
        {
            var gap = await intake.NextGap(stop);
            var startedAt = clock.GetUtcNow();
            var wanted = hashtags();
            var newest = await search.Run([.. gap.Hashtags?.Intersect(wanted, StringComparer.OrdinalIgnoreCase) ?? wanted], gap.From, intake, stop);
            await intake.Looked(gap, newest, startedAt, stop);
            Log.Looked(logger, startedAt - XGaps.SearchLag);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1142, LogLevel.Information, "Everything posted on X before {Until:u} that the stream didn't give is read.")]
        public static partial void Looked(ILogger logger, DateTimeOffset until);
    }
}
