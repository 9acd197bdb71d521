namespace FeedbackBot.Summary;

/// <summary>The organisation's days in its time zone, daylight saving included: of 23, 24 or 25 hours, and without midnight where clocks skip it.</summary>
public sealed class OrganisationDay(TimeZoneInfo zone)
{
    /// <summary>The local day on which something happened.</summary>
    public DateOnly On(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first moment of a local day, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        // Halving finds the moment at which the local date turns, whatever the clocks do around it; no zone is further than 15 hours from UTC.
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).UtcTicks;
        var (before, from) = (midnight - (15 * TimeSpan.TicksPerHour), midnight + (15 * TimeSpan.TicksPerHour));
        while (from - before > 1)
        {
            var middle = before + ((from - before) / 2);
            if (On(new DateTimeOffset(middle, TimeSpan.Zero)) >= day)
            {
                from = middle;
            }
            else
            {
                before = middle;
            }
        }

        return new DateTimeOffset(from, TimeSpan.Zero);
    }

    /// <summary>A local day in UTC, the end excluded.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Of(DateOnly day) => (StartOf(day), StartOf(day.AddDays(1)));
}
