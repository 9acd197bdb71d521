using System.Globalization;
using FeedbackBot.Summary;

namespace FeedbackBot.Tests.Summary;

public sealed class SummarySpanTests
{
    private static readonly OrganisationDay London = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    public static TheoryData<SummaryRange, string, string, string, string> Titles => new()
    {
        { SummaryRange.Today, "2026-11-23T08:00Z", "Today, Monday 23 November", "Yesterday, Sunday 22 November", "24 24" },
        { SummaryRange.Yesterday, "2026-11-23T08:00Z", "Yesterday, Sunday 22 November", "The day before, Saturday 21 November", "24 24" },
        { SummaryRange.Week, "2026-11-23T08:00Z", "The last seven days, Tuesday 17 to Monday 23 November", "The seven days before, Tuesday 10 to Monday 16 November", "168 168" },
        { SummaryRange.Week, "2026-12-03T08:00Z", "The last seven days, Friday 27 November to Thursday 3 December", "The seven days before, Friday 20 to Thursday 26 November", "168 168" },
        { SummaryRange.Today, "2026-06-30T23:30Z", "Today, Wednesday 1 July", "Yesterday, Tuesday 30 June", "24 24" },
        { SummaryRange.Today, "2026-10-25T12:00Z", "Today, Sunday 25 October", "Yesterday, Saturday 24 October", "25 24" },
        { SummaryRange.Yesterday, "2026-03-30T12:00Z", "Yesterday, Sunday 29 March", "The day before, Saturday 28 March", "23 24" },
        { SummaryRange.Week, "2026-03-30T12:00Z", "The last seven days, Tuesday 24 to Monday 30 March", "The seven days before, Tuesday 17 to Monday 23 March", "167 168" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_span_says_which_days_it_is_and_follows_the_one_before(SummaryRange range, string now, string title, string before, string hours)
    {
        var spans = SummarySpan.Of(range, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), London);

        Assert.Equal((title, before), (spans.Span.Title, spans.Before.Title));
        Assert.Equal(hours, string.Create(CultureInfo.InvariantCulture, $"{Hours(spans.Span)} {Hours(spans.Before)}"));
        Assert.Equal(spans.Span.From, spans.Before.To);
    }

    private static double Hours(SummarySpan span) => (span.To - span.From).TotalHours;
}
