using FeedbackBot.Cases.Pals;

namespace FeedbackBot.Tests.Cases.Pals;

public sealed class BankHolidaysTests
{
    /// <summary>What the law and the calendar say, worked out apart from the file.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Every_year_of_the_file_has_the_holidays_that_the_law_gives_it(int year)
    {
        var easter = Easter(year);
        DateOnly[] expected =
        [
            NextFree(new(year, 1, 1)),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            .. Christmas(year),
        ];

        Assert.Equal(expected.Order(), BankHolidays.English.Days.Keys.Where(d => d.Year == year).Order());
    }

    [Theory]
    [InlineData("2026-11-23", null)]
    [InlineData("2028-06-30", null)]
    [InlineData("2028-07-04", "The known bank holidays end with 2028. Install a newer FeedbackBot.")]
    [InlineData("2029-01-01", "The bank holidays of 2029 are not known here, so PALS clocks count them as working days. Install a newer FeedbackBot.")]
    [InlineData("2024-12-31", "The bank holidays of 2024 are not known here, so PALS clocks count them as working days. Install a newer FeedbackBot.")]
    public void Somebody_hears_in_good_time_that_the_known_holidays_run_out(string today, string? remark) =>
        Assert.Equal(remark, BankHolidays.English.Remark(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    private static DateOnly NextFree(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>Two holidays after each other: on a Saturday and Sunday they become the Monday and Tuesday.</summary>
    private static DateOnly[] Christmas(int year)
    {
        var christmas = new DateOnly(year, 12, 25);
        return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [christmas, christmas.AddDays(3)],
            DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
            DayOfWeek.Sunday => [christmas.AddDays(2), christmas.AddDays(1)],
            _ => [christmas, christmas.AddDays(1)],
        };
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return day.AddDays(-(((int)day.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    /// <summary>The first Sunday after the paschal full moon, from the Gregorian epact.</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (29 / (epact + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var fromMarch = moon - weekday;
        var month = 3 + ((fromMarch + 40) / 44);
        return new DateOnly(year, month, fromMarch + 28 - (31 * (month / 4)));
    }
}
