using System.Globalization;

namespace FeedbackBot.Summary;

/// <summary>The stretch of the organisation's time that a summary is about: whole local days, in UTC, the end excluded.</summary>
/// <param name="Title">For people: "Today, Monday 23 November".</param>
public sealed record SummarySpan(string Title, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The span a person asks about, and the one before it of as many days.</summary>
    public static (SummarySpan Span, SummarySpan Before) Of(SummaryRange range, DateTimeOffset now, OrganisationDay days)
    {
        var today = days.On(now);
        return range switch
        {
            SummaryRange.Today => (Day("Today", today, days), Day("Yesterday", today.AddDays(-1), days)),
            SummaryRange.Yesterday => (Day("Yesterday", today.AddDays(-1), days), Day("The day before", today.AddDays(-2), days)),
            SummaryRange.Week => (SevenDays("The last seven days", today, days), SevenDays("The seven days before", today.AddDays(-7), days)),
            _ => throw new ArgumentOutOfRangeException(nameof(range), range, "A range that no summary has."),
        };
    }

    private static SummarySpan Day(string title, DateOnly day, OrganisationDay days) =>
        new($"{title}, {InWords(day, "dddd d MMMM")}", days.StartOf(day), days.StartOf(day.AddDays(1)));

    private static SummarySpan SevenDays(string title, DateOnly last, OrganisationDay days)
    {
        var first = last.AddDays(-6);
        var from = InWords(first, first.Month == last.Month ? "dddd d" : "dddd d MMMM");
        return new($"{title}, {from} to {InWords(last, "dddd d MMMM")}", days.StartOf(first), days.StartOf(last.AddDays(1)));
    }

    /// <summary>The invariant culture's day and month names are the English ones.</summary>
    private static string InWords(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
