namespace FeedbackBot.Wards;

/// <summary>When clocks on the wall show a time, though on two days a year they skip some times and show others twice.</summary>
public static class WallClock
{
    /// <summary>What a clock on the wall shows.</summary>
    public static DateTime Shows(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    /// <summary>The first moment at which the clock shows this time; where it skips it, the moment at which it does so. In UTC.</summary>
    public static DateTimeOffset First(DateTime shown, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), TimeSpan.Zero);
        var before = zone.GetUtcOffset(asUtc.AddDays(-1));
        var after = zone.GetUtcOffset(asUtc.AddDays(1));
        var (early, late) = before > after ? (asUtc - before, asUtc - after) : (asUtc - after, asUtc - before);
        if (Shows(early, zone) == shown)
        {
            return early;
        }

        if (Shows(late, zone) == shown)
        {
            return late;
        }

        // Between the two lies the one moment at which clocks go forward; halving finds it.
        var (from, to) = (early.UtcTicks, late.UtcTicks);
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (Shows(new DateTimeOffset(middle, TimeSpan.Zero), zone) >= shown)
            {
                to = middle;
            }
            else
            {
                from = middle;
            }
        }

        return new DateTimeOffset(to, TimeSpan.Zero);
    }
}
