using System.Globalization;

namespace FeedbackBot.Wards;

/// <summary>The hours in which only what must not wait makes a phone ring.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Excluded; the next day's where it isn't after <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>No quiet hours at all.</summary>
    public static QuietHours Off { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>Reads "22:00-07:00" or "off"; null where it is neither.</summary>
    public static QuietHours? Read(string text)
    {
        if (text.Trim() is "" || string.Equals(text.Trim(), "off", StringComparison.OrdinalIgnoreCase))
        {
            return Off;
        }

        return text.Split('-', '–') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start != end
            ? new QuietHours(start, end)
            : null;
    }

    /// <summary>When the quiet hours end in which <paramref name="now"/> lies; null outside them.</summary>
    public DateTimeOffset? Until(DateTimeOffset now, TimeZoneInfo zone)
    {
        var shown = WallClock.Shows(now, zone);
        var time = TimeOnly.FromDateTime(shown);
        var isQuiet = From < To ? time >= From && time < To : From != To && (time >= From || time < To);
        if (!isQuiet)
        {
            return null;
        }

        var end = WallClock.First(shown.Date.AddDays(time < To ? 0 : 1) + To.ToTimeSpan(), zone);

        // Clocks that went back show the last quiet minutes twice; once was enough.
        return end > now ? end : null;
    }

    public override string ToString() => From == To ? "off" : $"{From:HH\\:mm}-{To:HH\\:mm}";

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
