using System.Globalization;
using FeedbackBot.Summary;

namespace FeedbackBot.Tests.Summary;

public sealed class OrganisationDayTests
{
    public static TheoryData<string, string, string, double> Days => new()
    {
        // zone, day, its start in UTC, its hours
        { "Europe/London", "2026-11-23", "2026-11-23T00:00Z", 24 },
        { "Europe/London", "2026-07-01", "2026-06-30T23:00Z", 24 },
        { "Europe/London", "2026-03-29", "2026-03-29T00:00Z", 23 },
        { "Europe/London", "2026-10-25", "2026-10-24T23:00Z", 25 },
        { "Europe/London", "2026-03-30", "2026-03-29T23:00Z", 24 },
        { "Asia/Tokyo", "2026-01-01", "2025-12-31T15:00Z", 24 },
        { "Asia/Kolkata", "2026-01-01", "2025-12-31T18:30Z", 24 },
        { "Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00Z", 24 },
        { "Pacific/Pago_Pago", "2026-01-01", "2026-01-01T11:00Z", 24 },

        // No midnight: the day begins at one o'clock.
        { "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z", 23 },
        { "Africa/Cairo", "2023-04-28", "2023-04-27T22:00Z", 23 },

        // Midnight comes twice: the day begins with the first.
        { "America/Havana", "2024-11-03", "2024-11-03T04:00Z", 25 },

        // An hour more before midnight, and half an hour more.
        { "America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00Z", 25 },
        { "Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00Z", 24.5 },

        // A day that Samoa left out.
        { "Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", 0 },
        { "Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z", 24 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_has_the_hours_that_clocks_on_the_wall_gave_it(string zone, string day, string from, double hours)
    {
        var (start, end) = new OrganisationDay(TimeZoneInfo.FindSystemTimeZoneById(zone)).Of(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(At(from), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
        Assert.Equal(TimeSpan.FromHours(hours), end - start);
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void Every_moment_of_a_year_lies_within_its_own_day(string zone)
    {
        var days = new OrganisationDay(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var previous = days.StartOf(new DateOnly(2026, 1, 1));
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            var (from, to) = days.Of(day);

            Assert.Equal(previous, from);
            Assert.Equal((day, day, day.AddDays(1)), (days.On(from), days.On(to.AddTicks(-1)), days.On(to)));
            previous = to;
        }
    }

    [Theory]
    [InlineData("2026-10-24T22:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-25")]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26")]
    [InlineData("2026-03-28T23:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30")]
    [InlineData("2026-03-30T09:29:00+10:30", "2026-03-29")]
    public void A_moment_belongs_to_the_day_on_the_wall_calendar(string moment, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            new OrganisationDay(TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).On(At(moment)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
