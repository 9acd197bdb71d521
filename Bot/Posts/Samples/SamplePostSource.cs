using System.Globalization;
using System.Runtime.CompilerServices;

namespace FeedbackBot.Posts.Samples;

/// <summary>Lets a fictional day drip in: the first dozen at once, so that nobody starts with an empty page, then one at a time.</summary>
/// <param name="photoBase">Asked whenever posts are handed out, because the address is known only once the bot listens.</param>
public sealed partial class SamplePostSource(
    SampleDay day,
    SamplesOptions options,
    Func<Uri?> photoBase,
    TimeProvider clock,
    ILogger<SamplePostSource> logger) : IPostSource
{
    public const string SourceName = "samples";

    /// <summary>How many posts a new store gets at once.</summary>
    public const int AtOnce = 12;

    public string Name => SourceName;

    /// <summary>The cursor is the index of the next post.</summary>
    public async IAsyncEnumerable<PostBatch> Read(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = Start(cursor);
        if (next == 0)
        {
            var first = day.Posts.Take(AtOnce).ToList();
            var now = clock.GetUtcNow();
            next = first.Count;
            yield return Batch(first.Select((post, i) => (post, now.AddMinutes(i - first.Count))), next);
        }

        for (; next < day.Posts.Count; next++)
        {
            await Task.Delay(options.Interval, clock, cancellationToken);
            yield return Batch([(day.Posts[next], clock.GetUtcNow())], next + 1);
        }

        // Ending would have the reader start it again and again.
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }

    private int Start(string? cursor)
    {
        if (cursor is null)
        {
            return 0;
        }

        if (int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var next))
        {
            return next;
        }

        // Posts are keyed, so those that are stored already don't come twice.
        Log.UnreadableCursor(logger, cursor);
        return 0;
    }

    private PostBatch Batch(IEnumerable<(SamplePost Post, DateTimeOffset At)> posts, int next)
    {
        var pictures = options.PhotoBase ?? photoBase();
        return new([.. posts.Select(p => day.ToPost(p.Post, p.At, pictures))], next.ToString(CultureInfo.InvariantCulture));
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Warning, "The stored place in the sample day is '{Cursor}', which isn't a number. It starts again from the beginning; posts already stored don't come twice.")]
        public static partial void UnreadableCursor(ILogger logger, string cursor);
    }
}
