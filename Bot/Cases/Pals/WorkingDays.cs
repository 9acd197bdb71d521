using FeedbackBot.Summary;

namespace FeedbackBot.Cases.Pals;

/// <summary>Counts Mondays to Fridays that are no bank holidays, in the organisation's zone.</summary>
public sealed class WorkingDays(BankHolidays holidays, TimeZoneInfo zone)
{
    private readonly OrganisationDay _days = new(zone);

    public bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Has(day);

    /// <summary>The organisation's day at a moment.</summary>
    public DateOnly On(DateTimeOffset moment) => _days.On(moment);

    /// <summary>The moment at which a day is over.</summary>
    public DateTimeOffset EndOf(DateOnly day) => _days.StartOf(day.AddDays(1));

    /// <summary>The <paramref name="count"/>th working day after a day, which itself doesn't count.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Includes(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days come after <paramref name="from"/>, <paramref name="to"/> included; negative when it lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += Includes(day) ? 1 : 0;
        }

        return count;
    }
}
