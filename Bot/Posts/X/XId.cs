using System.Globalization;

namespace FeedbackBot.Posts.X;

/// <summary>X's ids: numbers of up to 19 digits that hold the moment they were made, so they grow with time.</summary>
internal static class XId
{
    private const int TimeShift = 22;

    // Older posts are numbered one by one and say nothing of time.
    private const ulong FirstWithTime = 30_000_000_000;
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeMilliseconds(1_288_834_974_657);

    // A double would round 19 digits.
    public static ulong? Number(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Text(ulong? id) => id?.ToString(CultureInfo.InvariantCulture);

    /// <summary>When the post was made; null for an id that doesn't say.</summary>
    public static DateTimeOffset? TimeOf(ulong id) => id < FirstWithTime ? null : Epoch.AddMilliseconds(id >> TimeShift);

    /// <summary>An id that a post made so much earlier would have; the id itself where it doesn't say its time.</summary>
    public static ulong Earlier(ulong id, TimeSpan by)
    {
        var step = (ulong)by.TotalMilliseconds << TimeShift;
        return id >= FirstWithTime + step ? id - step : id;
    }

    public static ulong? Greater(ulong? a, ulong? b) => a is null || b > a ? b ?? a : a;
}
