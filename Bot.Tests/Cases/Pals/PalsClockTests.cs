using System.Globalization;
using FeedbackBot.Cases.Pals;

namespace FeedbackBot.Tests.Cases.Pals;

public sealed class PalsClockTests
{
    private static readonly WorkingDays Days = new(BankHolidays.English, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    public static TheoryData<string, string, string> DueDays => new()
    {
        { "2026-11-23T08:00Z", "2026-11-26", "an ordinary Monday" },
        { "2026-11-23T23:59Z", "2026-11-26", "its last minute" },
        { "2026-11-26T12:00Z", "2026-12-01", "over a weekend" },
        { "2026-11-28T12:00Z", "2026-12-02", "handed over on a Saturday" },
        { "2026-12-23T12:00Z", "2026-12-30", "Christmas, and Boxing Day on the Monday after" },
        { "2027-12-24T12:00Z", "2027-12-31", "Christmas and Boxing Day on Monday and Tuesday" },
        { "2026-04-02T12:00Z", "2026-04-09", "Easter" },
        { "2025-12-31T12:00Z", "2026-01-06", "New Year" },
        { "2026-06-30T23:30Z", "2026-07-06", "in summer it is already Wednesday in England" },
        { "2026-10-24T22:30Z", "2026-10-28", "the clocks go back that night" },
    };

    public static TheoryData<string, string?, string> Standings => new()
    {
        { "2026-11-23T09:00Z", null, "due in 3 working days, on Thursday 26 November" },
        { "2026-11-24T09:00Z", null, "due in 2 working days, on Thursday 26 November" },
        { "2026-11-25T23:59Z", null, "due tomorrow" },
        { "2026-11-26T23:59Z", null, "due today" },
        { "2026-11-27T00:00Z", null, "overdue by 1 working day, it was due on Thursday 26 November" },
        { "2026-11-28T09:00Z", null, "overdue by 1 working day, it was due on Thursday 26 November" },
        { "2026-11-30T09:00Z", null, "overdue by 2 working days, it was due on Thursday 26 November" },
        { "2026-12-30T09:00Z", "2026-11-26T23:59Z", "acknowledged in time, on Thursday 26 November" },
        { "2026-12-30T09:00Z", "2026-11-27T00:00Z", "acknowledged 1 working day late, on Friday 27 November" },
        { "2026-12-30T09:00Z", "2026-11-30T10:00Z", "acknowledged 2 working days late, on Monday 30 November" },
    };

    [Theory]
    [MemberData(nameof(DueDays))]
    public void PALS_has_three_working_days_after_the_day_of_handing_over(string at, string due, string why) =>
        Assert.True(Day(due) == new PalsClock(At(at)).DueOn(Days), $"{why}: {new PalsClock(At(at)).DueOn(Days):yyyy-MM-dd}");

    [Theory]
    [MemberData(nameof(Standings))]
    public void The_clock_says_in_words_where_it_stands(string now, string? acknowledged, string words) =>
        Assert.Equal(words, new PalsClock(At("2026-11-23T08:00Z"), acknowledged is null ? null : At(acknowledged)).InWords(At(now), Days));

    [Theory]
    [InlineData("2026-11-24T08:00Z", "2026-11-28T09:00Z", "overdue, it was due on Friday 27 November")]
    [InlineData("2026-11-20T08:00Z", "2026-11-21T09:00Z", "due in 3 working days, on Wednesday 25 November")]
    [InlineData("2026-11-20T08:00Z", "2026-11-22T09:00Z", "due in 3 working days, on Wednesday 25 November")]
    public void A_day_off_counts_for_nothing(string handedOver, string now, string words) =>
        Assert.Equal(words, new PalsClock(At(handedOver)).InWords(At(now), Days));

    [Fact]
    public void A_complaint_acknowledged_on_the_day_off_after_the_last_day_is_late() =>
        Assert.Equal("acknowledged late, on Saturday 28 November", new PalsClock(At("2026-11-24T08:00Z"), At("2026-11-28T08:00Z")).InWords(At("2026-12-01T08:00Z"), Days));

    [Fact]
    public void The_last_day_ends_at_midnight_in_the_organisations_zone() =>
        Assert.Equal(At("2026-07-03T23:00Z"), new PalsClock(At("2026-06-30T12:00Z")).DueBefore(Days));

    [Fact]
    public void Counting_forth_and_back_agrees_on_every_day_of_the_data()
    {
        for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2028, 12, 1); day = day.AddDays(1))
        {
            for (var count = 1; count <= 10; count++)
            {
                var after = Days.After(day, count);

                Assert.True(Days.Includes(after));
                Assert.Equal((count, -count), (Days.Between(day, after), Days.Between(after, day)));
            }
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
