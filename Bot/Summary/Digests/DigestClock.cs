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
    /// <param name="sent">The last one sent; null where none was.</param>
    /// <returns>The one to send now; several that were missed are one. Null when none is due, was sent already, or waits for quiet hours to end.</returns>
    public static DigestSlot? Due(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset setAt, DigestSlot? sent, DateTimeOffset now, QuietHours quiet)
    {
        var from = setAt > now - Latest ? setAt : now - Latest;
        if (from >= now || schedule.DueBetween(from, now, zone) is not [.., var slot] || WasSent(slot, sent, now, zone))
        {
            return null;
        }

        return RestsUntil(slot.At, zone, now, quiet) is null ? slot : null;
    }

    /// <summary>
    /// Till when quiet hours hold a digest that was due at <paramref name="at"/>; null where it may ring now. Who wants it at 6:00 gets it at 6:00; who was to have it at 21:30 isn't
    /// woken by it at 3:00.
    /// </summary>
    public static DateTimeOffset? RestsUntil(DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now, QuietHours quiet) =>
        now - at > OnTime ? quiet.Until(now, zone) : null;

    /// <summary>The first that will come after now.</summary>
    public static DigestSlot Next(DigestSchedule schedule, TimeZoneInfo zone, DigestSlot? sent, DateTimeOffset now) =>
        schedule.DueBetween(now, now.AddDays(16), zone).First(slot => !WasSent(slot, sent, slot.At, zone));

    /// <summary>From when on a digest tells: since the one before it; at most a week, and a day where there was none.</summary>
    public static DateTimeOffset Since(DigestSlot? sent, DigestSlot slot) =>
        sent is null || sent.At >= slot.At ? slot.At.AddDays(-1)
        : sent.At > slot.At.AddDays(-7) ? sent.At
        : slot.At.AddDays(-7);

    /// <summary>Keys are compared as local times, so a journey westwards brings none twice either.</summary>
    private static bool WasSent(DigestSlot slot, DigestSlot? sent, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (sent is null || string.CompareOrdinal(slot.Key, sent.Key) > 0)
        {
            return false;
        }

        // A clock that once ran far ahead must not silence the digest until that day comes.
        var plausible = WallClock.Shows(now, zone).AddDays(2).ToString(DigestSlot.Format, CultureInfo.InvariantCulture);
        return string.CompareOrdinal(sent.Key, plausible) < 0;
    }
}
