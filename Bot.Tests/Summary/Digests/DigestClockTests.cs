using System.Globalization;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Summary.Digests;

public sealed class DigestClockTests
{
    private const string LongAgo = "2026-01-01T00:00Z";

    private static readonly QuietHours Nights = new(new(22, 0), new(7, 0));

    /// <summary>On weekdays at 8:30, 17:00 and 21:50: the zone, when it was set, what was sent last, now, and what is due.</summary>
    public static TheoryData<string, string, string?, string, string?, string> Rows => new()
    {
        { "Europe/London", LongAgo, "2026-11-20T21:50", "2026-11-23T08:29:59Z", null, "too early" },
        { "Europe/London", LongAgo, "2026-11-20T21:50", "2026-11-23T08:30:00Z", "2026-11-23T08:30", "on time" },
        { "Europe/London", LongAgo, null, "2026-11-23T08:30:00Z", "2026-11-23T08:30", "the first ever" },
        { "Europe/London", LongAgo, "2026-11-23T08:30", "2026-11-23T08:30:00Z", null, "sent; restarted at once" },
        { "Europe/London", LongAgo, "2026-11-23T08:30", "2026-11-23T16:59:00Z", null, "sent; restarted later" },
        { "Europe/London", LongAgo, "2026-11-20T17:00", "2026-11-23T12:00:00Z", "2026-11-23T08:30", "down in the morning" },
        { "Europe/London", LongAgo, "2026-11-20T17:00", "2026-11-23T18:00:00Z", "2026-11-23T17:00", "down all day: one, not two" },
        { "Europe/London", LongAgo, "2026-11-20T17:00", "2026-11-22T12:00:00Z", null, "Friday's isn't wanted on Sunday" },
        { "Europe/London", "2026-11-23T09:00Z", null, "2026-11-23T09:01:00Z", null, "set after today's time" },
        { "Europe/London", "2026-11-23T08:30Z", null, "2026-11-23T08:30:30Z", null, "set at the very time" },
        { "Europe/London", "2026-11-23T09:00Z", null, "2026-11-23T08:30:00Z", null, "set in a future that a clock had" },
        { "Europe/London", LongAgo, "2026-11-23T08:30", "2026-11-23T07:00:00Z", null, "the machine's clock went back" },
        { "Europe/London", LongAgo, "2026-11-23T21:50", "2026-11-23T08:30:00Z", null, "the machine's clock went back a day's length" },
        { "Europe/London", LongAgo, "2031-01-01T08:30", "2026-11-23T08:30:00Z", "2026-11-23T08:30", "a clock was once far ahead" },
        { "Europe/London", LongAgo, "2026-11-23T17:00", "2026-11-23T21:59:00Z", "2026-11-23T21:50", "before the night" },
        { "Europe/London", LongAgo, "2026-11-23T17:00", "2026-11-24T03:00:00Z", null, "came back in the night: nobody is woken" },
        { "Europe/London", LongAgo, "2026-11-23T17:00", "2026-11-24T07:00:00Z", "2026-11-23T21:50", "the night is over" },
        { "America/New_York", LongAgo, "2026-11-23T08:30", "2026-11-23T13:30:00Z", null, "flown west: Monday morning's came already" },
        { "America/New_York", LongAgo, "2026-11-20T21:50", "2026-11-23T13:30:00Z", "2026-11-23T08:30", "half past eight there" },
    };

    [Theory]
    [InlineData("Europe/London", null, "2026-11-22T08:30Z")]
    [InlineData("Europe/London", "2026-11-20T17:00", "2026-11-20T17:00Z")]
    [InlineData("Europe/London", "2026-09-01T08:30", "2026-11-16T08:30Z")]
    [InlineData("Europe/London", "2026-11-23T08:30", "2026-11-22T08:30Z")]
    [InlineData("Europe/London", "2031-01-01T08:30", "2026-11-22T08:30Z")]
    [InlineData("Europe/London", "nonsense", "2026-11-22T08:30Z")]
    [InlineData("America/New_York", "2026-11-22T17:00", "2026-11-22T22:00Z")]
    [InlineData("America/New_York", "2026-11-22T17:00 at 2026-11-22T17:00Z", "2026-11-22T17:00Z")]
    public void A_digest_tells_what_was_since_the_last_one_within_a_week(string zone, string? sent, string since)
    {
        var slot = new DigestSlot("2026-11-23T08:30", DateTimeOffset.Parse("2026-11-23T08:30Z", CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(since, CultureInfo.InvariantCulture), DigestClock.Since(DigestSlot.Read(sent, TimeZoneInfo.FindSystemTimeZoneById(zone)), slot));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_digest_is_due_once(string zone, string setAt, string? sent, string now, string? due, string why)
    {
        var schedule = new DigestSchedule(
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            [new(8, 30), new(17, 0), new(21, 50)]);

        var theirs = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var slot = DigestClock.Due(schedule, theirs, At(setAt), DigestSlot.Read(sent, theirs), At(now), Nights);

        Assert.True(due == slot?.Key, $"{why}: {slot}");
    }

    [Fact]
    public void Who_asks_for_it_in_the_night_gets_it_in_the_night() => Assert.NotNull(DigestClock.Due(
        new DigestSchedule([DayOfWeek.Monday], [new(3, 0)]), TimeZoneInfo.Utc, At(LongAgo), null, At("2026-11-23T03:00:05Z"), Nights));

    [Theory]
    [InlineData("Europe/London", 1)]
    [InlineData("America/New_York", 2)]
    [InlineData("Australia/Lord_Howe", 3)]
    public void A_year_of_restarts_and_clocks_that_jump_sends_each_at_most_once_and_the_last_of_each_day_always(string zoneName, int seed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var random = new Random(seed);
        var schedule = new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new(1, 30), new(8, 30), new(17, 0)]);
        var (last, sent) = ((DigestSlot?)null, new List<string>());
        for (var now = At("2025-12-30T00:00Z"); now < At("2027-01-02T00:00Z");)
        {
            // Looks every few minutes, is down for up to five hours at times, and sees the machine's clock go back at times.
            if (DigestClock.Due(schedule, zone, At("2025-01-01T00:00Z"), last, now, QuietHours.Off) is { } slot)
            {
                last = DigestSlot.Read(slot.Text, zone);
                Assert.Equal(slot, last);
                sent.Add(slot.Key);
            }

            now = now.AddMinutes(random.Next(100) switch { 0 => 300, 1 => -50, _ => 7 });
        }

        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(365 * 3, sent.Count(k => k.StartsWith("2026", StringComparison.Ordinal)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
