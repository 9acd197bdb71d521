namespace FeedbackBot.Deliver;

/// <summary>
/// The times of the latest requests, and from them the time of the next. It keeps the times themselves and not buckets, because a bucket that can never break a
/// sliding window leaves a part of every window unused.
/// </summary>
/// <param name="margin">Added to every window's length, for clocks that don't agree and requests that overtake each other.</param>
public sealed class SendLog(IReadOnlyList<Window> windows, TimeSpan margin)
{
    private readonly int _kept = windows.Max(w => w.Most);
    private readonly List<DateTimeOffset> _times = [];

    /// <summary>The latest request; null before the first.</summary>
    public DateTimeOffset? Latest => _times.Count == 0 ? null : _times[^1];

    /// <param name="at">When the request ended, or its answer came: Teams counted it before that.</param>
    public void Add(DateTimeOffset at)
    {
        if (_times.Count == 2 * _kept)
        {
            _times.RemoveRange(0, _kept);
        }

        _times.Add(at);
    }

    /// <summary>The earliest time, from <paramref name="now"/> on, at which one more request breaks no window.</summary>
    public DateTimeOffset Next(DateTimeOffset now) => Next(_times, now);

    /// <summary>Whether the last of so many requests, each sent as early as it may be, would go later than <paramref name="limit"/> from now.</summary>
    public bool TakesLonger(int requests, DateTimeOffset now, TimeSpan limit)
    {
        List<DateTimeOffset> times = [.. _times.TakeLast(_kept)];
        for (var (sent, at) = (0, now); sent < requests; sent++)
        {
            at = Next(times, at);
            if (at - now > limit)
            {
                return true;
            }

            times.Add(at);
        }

        return false;
    }

    private DateTimeOffset Next(List<DateTimeOffset> times, DateTimeOffset now)
    {
        foreach (var window in windows)
        {
            if (times.Count >= window.Most && times[^window.Most] + window.Length + margin is var free && free > now)
            {
                now = free;
            }
        }

        return now;
    }
}
