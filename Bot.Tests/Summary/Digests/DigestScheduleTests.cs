using System.Globalization;
using FeedbackBot.Summary.Digests;

namespace FeedbackBot.Tests.Summary.Digests;

public sealed class DigestScheduleTests
{
    /// <summary>A day's 01:30 around changes of the clock: when it comes, and its key.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "Europe/London", "01:30", "2026-03-28", "2026-03-28T01:30Z" },
        { "Europe/London", "01:30", "2026-03-29", "2026-03-29T01:00Z" },
        { "Europe/London", "01:00", "2026-03-29", "2026-03-29T01:00Z" },
        { "Europe/London", "01:59", "2026-03-29", "2026-03-29T01:00Z" },
        { "Europe/London", "02:00", "2026-03-29", "2026-03-29T01:00Z" },
        { "Europe/London", "01:30", "2026-03-30", "2026-03-30T00:30Z" },
        { "Europe/London", "01:30", "2026-10-25", "2026-10-25T00:30Z" },
        { "Europe/London", "00:59", "2026-10-25", "2026-10-24T23:59Z" },
        { "Europe/London", "02:00", "2026-10-25", "2026-10-25T02:00Z" },
        { "Europe/London", "08:30", "2026-10-25", "2026-10-25T08:30Z" },
        { "Europe/London", "08:30", "2026-10-24", "2026-10-24T07:30Z" },
        { "America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00Z" },
        { "America/Sao_Paulo", "00:00", "2018-11-04", "2018-11-04T03:00Z" },
        { "Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30Z" },
        { "Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45Z" },
        { "Pacific/Kiritimati", "23:59", "2026-11-23", "2026-11-23T09:59Z" },
    };

    public static TheoryData<string, string, string> NextOnes => new()
    {
        { "Mon,Tue,Wed,Thu,Fri 08:30,17:00", "2026-11-23T08:29:59Z", "2026-11-23T08:30" },
        { "Mon,Tue,Wed,Thu,Fri 08:30,17:00", "2026-11-23T08:30:00Z", "2026-11-23T17:00" },
        { "Mon,Tue,Wed,Thu,Fri 08:30,17:00", "2026-11-27T17:00:00Z", "2026-11-30T08:30" },
        { "Mon 09:00", "2026-11-23T09:00:00Z", "2026-11-30T09:00" },
        { "Sun 01:30", "2026-10-25T00:29:00Z", "2026-10-25T01:30" },
        { "Sun 01:30", "2026-10-25T00:30:00Z", "2026-11-01T01:30" },
        { "Sun 01:30", "2026-10-25T01:15:00Z", "2026-11-01T01:30" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_clocks_do_a_time_comes_once_on_its_day(string zoneName, string time, string day, string at)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var schedule = new DigestSchedule(Enum.GetValues<DayOfWeek>(), [TimeOnly.Parse(time, CultureInfo.InvariantCulture)]);
        var middle = At(day + "T12:00Z");

        var slot = Assert.Single(schedule.DueBetween(middle.AddDays(-3), middle.AddDays(3), zone), s => s.Key == $"{day}T{time}");

        Assert.Equal((At(at), TimeSpan.Zero), (slot.At, slot.At.Offset));
    }

    [Theory]
    [MemberData(nameof(NextOnes))]
    public void The_next_one_is_the_first_after_now(string schedule, string after, string key) =>
        Assert.Equal(key, DigestClock.Next(Read(schedule), London, null, At(after)).Key);

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    public void Every_quarter_of_an_hour_of_a_year_comes_exactly_once_in_order_however_the_year_is_cut(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var schedule = new DigestSchedule(Enum.GetValues<DayOfWeek>(), Enumerable.Range(0, 96).Select(i => new TimeOnly(i / 4, i % 4 * 15)));
        var random = new Random(3);
        var (start, end) = (At("2026-01-01T00:00Z"), At("2027-01-01T00:00Z"));
        var slots = new List<DigestSlot>();
        for (var from = start; from < end;)
        {
            var to = from.AddMinutes(random.Next(1, 5000)) is var cut && cut < end ? cut : end;
            slots.AddRange(schedule.DueBetween(from, to, zone));
            from = to;
        }

        Assert.Equal(365 * 96, slots.Count);
        Assert.Equal(slots.Count, slots.Select(s => s.Key).Distinct().Count());
        Assert.Equal(slots.Select(s => s.Key).Order(StringComparer.Ordinal), slots.Select(s => s.Key));
        Assert.Equal(slots.Select(s => s.At).Order(), slots.Select(s => s.At));
    }

    [Theory]
    [InlineData("Mon,Tue,Wed,Thu,Fri 08:30,17:00", "Monday to Friday at 08:30 and 17:00")]
    [InlineData("Mon,Tue,Wed,Thu,Fri,Sat,Sun 07:00", "every day at 07:00")]
    [InlineData("Mon,Wed 09:00", "Monday and Wednesday at 09:00")]
    [InlineData("Sat,Sun 09:00,12:00,18:00", "Saturday and Sunday at 09:00, 12:00 and 18:00")]
    [InlineData("Mon,Wed,Fri 09:00", "Monday, Wednesday and Friday at 09:00")]
    public void A_schedule_says_itself_in_words(string schedule, string words) => Assert.Equal(words, Read(schedule).InWords);

    [Theory]
    [InlineData("Mon,Tue,Wed,Thu,Fri 08:30,17:00")]
    [InlineData("Sun 00:00")]
    public void What_is_stored_is_read_back(string text) => Assert.Equal(text, DigestSchedule.Read(text)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("off")]
    [InlineData("Mon")]
    [InlineData("Mon 8:30")]
    [InlineData("Mon,Xyz 08:30")]
    [InlineData("Mon 08:30 17:00")]
    [InlineData("Mon 25:00")]
    public void What_nobody_stored_is_no_schedule(string text) => Assert.Null(DigestSchedule.Read(text));

    private static TimeZoneInfo London { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static DigestSchedule Read(string text)
    {
        var parts = text.Split(' ');
        return new DigestSchedule(
            Enum.GetValues<DayOfWeek>().Where(d => parts[0].Split(',').Contains(d.ToString()[..3])),
            parts[1].Split(',').Select(t => TimeOnly.Parse(t, CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
