using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Wards;

public sealed class QuietHoursTests
{
    public static TheoryData<string, string, string, string?> Nights => new()
    {
        { "22:00-07:00", "Europe/London", "2026-11-23T21:59:59Z", null },
        { "22:00-07:00", "Europe/London", "2026-11-23T22:00:00Z", "2026-11-24T07:00:00Z" },
        { "22:00-07:00", "Europe/London", "2026-11-24T06:59:59Z", "2026-11-24T07:00:00Z" },
        { "22:00-07:00", "Europe/London", "2026-11-24T07:00:00Z", null },
        { "22:00-07:00", "America/New_York", "2026-11-24T04:00:00Z", "2026-11-24T12:00:00Z" },
        { "22:00-07:00", "Europe/London", "2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z" },
        { "22:00-07:00", "Europe/London", "2026-10-24T22:00:00Z", "2026-10-25T07:00:00Z" },
        { "12:00-13:00", "Europe/London", "2026-11-23T12:30:00Z", "2026-11-23T13:00:00Z" },
        { "12:00-13:00", "Europe/London", "2026-11-23T13:30:00Z", null },
        { "22:00-00:00", "Europe/London", "2026-11-23T23:30:00Z", "2026-11-24T00:00:00Z" },
        { "00:00-06:00", "Europe/London", "2026-11-23T00:00:00Z", "2026-11-23T06:00:00Z" },

        // A time that is skipped ends them when clocks go forward; one that comes twice ends them the first time.
        { "22:00-01:30", "Europe/London", "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z" },
        { "22:00-01:30", "Europe/London", "2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z" },
        { "22:00-01:30", "Europe/London", "2026-10-25T01:10:00Z", null },
        { "off", "Europe/London", "2026-11-23T23:30:00Z", null },
    };

    [Theory]
    [MemberData(nameof(Nights))]
    public void Quiet_hours_say_until_when_to_wait(string hours, string zone, string now, string? until) =>
        Assert.Equal(
            until is null ? null : At(until),
            QuietHours.Read(hours)!.Until(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("22:00-07:00", "22:00-07:00")]
    [InlineData(" 22 – 7:00 ", "22:00-07:00")]
    [InlineData("OFF", "off")]
    [InlineData("", "off")]
    [InlineData("22:00", null)]
    [InlineData("22:00-25:00", null)]
    [InlineData("22:00-22:00", null)]
    [InlineData("at night", null)]
    [InlineData("1-2-3", null)]
    public void Quiet_hours_are_read_from_a_setting(string text, string? hours) => Assert.Equal(hours, QuietHours.Read(text)?.ToString());

    [Theory]
    [InlineData("22:00-01:30")]
    [InlineData("22:00-07:00")]
    [InlineData("01:15-01:45")]
    public void What_waits_until_the_end_need_not_wait_again(string hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var quiet = QuietHours.Read(hours)!;
        for (var now = At("2026-01-01T00:00Z"); now < At("2027-01-01T00:00Z"); now = now.AddMinutes(13))
        {
            if (quiet.Until(now, zone) is { } until)
            {
                Assert.InRange(until, now.AddTicks(1), now.AddHours(25));
                Assert.True(quiet.Until(until, zone) is null, $"{now:o} waits until {until:o}, and then again");
            }
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
