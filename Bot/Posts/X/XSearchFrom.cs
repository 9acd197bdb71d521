using System.Globalization;

namespace FeedbackBot.Posts.X;

/// <summary>Where a search begins: after a post, or at a time where no post is known yet. One of the two is there.</summary>
public readonly record struct XSearchFrom(ulong? SinceId, DateTimeOffset? StartTime)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Stream and search give posts out of order, seconds late: older ones than the newest we have may still be missing.
    private static readonly TimeSpan Disorder = TimeSpan.FromSeconds(60);

    // Ids have X's time, everything else has ours, which may differ.
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    public static XSearchFrom After(ulong id) => new(id, null);

    public static XSearchFrom At(DateTimeOffset time) => new(null, time);

    /// <returns>Null where it's neither an id nor a time.</returns>
    public static XSearchFrom? OfCursor(string? cursor) =>
        XId.Number(cursor) is { } id ? After(id)
        : DateTimeOffset.TryParseExact(cursor, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? At(time)
        : null;

    /// <summary>Where to begin so that nothing is missed that X had not yet shown when this moment passed.</summary>
    public XSearchFrom WithOverlap() => SinceId is { } id ? After(XId.Earlier(id, Disorder)) : At(StartTime!.Value - ClockError);

    /// <summary>When that is; null for an id that doesn't say.</summary>
    public DateTimeOffset? Time() => SinceId is { } id ? XId.TimeOf(id) : StartTime;

    public string ToCursor() => XId.Text(SinceId) ?? StartTime!.Value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
