using System.Globalization;

namespace FeedbackBot.Cases.Pals;

/// <summary>
/// The time PALS has to acknowledge a complaint: three working days after the day on which it was handed over (the NHS Complaints
/// Regulations 2009, regulation 13(3), say the day of receipt doesn't count).
/// </summary>
/// <param name="HandedOverAt">When somebody pressed the button.</param>
/// <param name="AcknowledgedAt">Null while the clock runs.</param>
public sealed record PalsClock(DateTimeOffset HandedOverAt, DateTimeOffset? AcknowledgedAt = null)
{
    public const int DaysToAcknowledge = 3;

    /// <summary>The last day in time.</summary>
    public DateOnly DueOn(WorkingDays days) => days.After(days.On(HandedOverAt), DaysToAcknowledge);

    /// <summary>The first moment that is too late.</summary>
    public DateTimeOffset DueBefore(WorkingDays days) => days.EndOf(DueOn(days));

    /// <summary>It was, or still is, too late.</summary>
    public bool IsOverdue(DateTimeOffset now, WorkingDays days) => (AcknowledgedAt ?? now) >= DueBefore(days);

    /// <summary>The last day in time, for what isn't drawn anew every day.</summary>
    public string DueInWords(WorkingDays days) => InWords(DueOn(days));

    /// <summary>Where the clock stands, for people: "due in 2 working days, on Thursday 26 November".</summary>
    public string InWords(DateTimeOffset now, WorkingDays days)
    {
        var due = DueOn(days);
        var on = days.On(AcknowledgedAt ?? now);
        var (left, day) = (days.Between(on, due), InWords(due));
        return (AcknowledgedAt, IsOverdue(now, days)) switch
        {
            ({ }, false) => $"acknowledged in time, on {InWords(on)}",
            ({ }, true) when left == 0 => $"acknowledged late, on {InWords(on)}",
            ({ }, true) => $"acknowledged {Count(-left)} late, on {InWords(on)}",
            (null, true) when left == 0 => $"overdue, it was due on {day}",
            (null, true) => $"overdue by {Count(-left)}, it was due on {day}",
            _ when on == due => "due today",
            _ when on.AddDays(1) == due => "due tomorrow",
            _ => $"due in {Count(left)}, on {day}",
        };
    }

    private static string Count(int days) => days == 1 ? "1 working day" : $"{days} working days";

    /// <summary>The invariant culture's day and month names are the English ones.</summary>
    private static string InWords(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);
}
