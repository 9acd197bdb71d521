using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Summary.Digests;

/// <summary>Says whether a boss's digest is due now. Pure: what was sent last is handed in, so nothing comes twice after a restart.</summary>
public static class DigestClock
{
    /// <summary>After a longer outage yesterday's digest would only be in the way of the next.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    /// <summary>A digest this much late isn't what the boss asked to have at this hour.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(10);

    /// <param name="setAt">When the boss set the schedule: earlier times don't count.</param>
    /// <param name="sentKey">The <see cref="DigestSlot.Key"/> of the last one sent; null where none was.</param>
    /// <returns>The one to send now; several that were missed are one. Null when none is due, was sent already, or waits for quiet hours to end.</returns>
    public static DigestSlot? Due(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset setAt, string? sentKey, DateTimeOffset now, QuietHours quiet)
    {
        var from = setAt > now - Latest ? setAt : now - Latest;
        if (from >= now || schedule.DueBetween(from, now, zone) is not [.., var slot] || WasSent(slot, sentKey, now, zone))
        {
            return null;
        }

        // Who wants it at 6:00 gets it at 6:00; who was to have it at 21:30 isn't woken by it at 3:00.
        return now - slot.At > OnTime && quiet.Until(now, zone) is not null ? null : slot;
    }

    /// <summary>From when on a digest tells: since the one before it; at most a week, and a day where there was none.</summary>
    public static DateTimeOffset Since(string? sentKey, DigestSlot slot, TimeZoneInfo zone)
    {
        var isKey = DateTime.TryParseExact(sentKey, DigestSlot.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown);
        if (!isKey || WallClock.First(shown, zone) is var before && before >= slot.At)
        {
            return slot.At.AddDays(-1);
        }

        return before > slot.At.AddDays(-7) ? before : slot.At.AddDays(-7);
    }

    /// <summary>Keys are compared as local times, so a journey westwards brings none twice either.</summary>
    private static bool WasSent(DigestSlot slot, string? sentKey, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (sentKey is null || string.CompareOrdinal(slot.Key, sentKey) > 0)
        {
            return false;
        }

        // A clock that once ran far ahead must not silence the digest until that day comes.
        var plausible = WallClock.Shows(now, zone).AddDays(2).ToString(DigestSlot.Format, CultureInfo.InvariantCulture);
        return string.CompareOrdinal(sentKey, plausible) < 0;
    }
}
