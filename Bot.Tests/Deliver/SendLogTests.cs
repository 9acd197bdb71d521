using FeedbackBot.Deliver;

namespace FeedbackBot.Tests.Deliver;

public sealed class SendLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<int, double> Backlog => new()
    {
        // The k-th request of an endless backlog goes this many seconds after the first: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour.
        { 1, 0 },
        { 7, 0 },
        { 8, 1 },
        { 9, 2 },
        { 16, 3 },
        { 60, 14 },
        { 61, 30 },
        { 1_800, 884 },
        { 1_801, 3_600 },
        { 3_601, 7_200 },
    };

    [Theory]
    [MemberData(nameof(Backlog))]
    public void A_backlog_uses_every_window_up(int request, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Sent(request, TimeSpan.Zero)[^1] - Start);

    [Fact]
    public void No_window_is_ever_broken()
    {
        var times = Sent(5_000, TimeSpan.Zero);

        foreach (var window in SendWindows.Conversation)
        {
            Assert.All(times.Skip(window.Most).Zip(times), pair => Assert.True(pair.First - pair.Second >= window.Length));
        }
    }

    [Fact]
    public void The_margin_lengthens_every_window()
    {
        Assert.Equal(TimeSpan.FromSeconds(1.25), Sent(8, TimeSpan.FromSeconds(0.25))[^1] - Start);
        Assert.Equal(TimeSpan.FromSeconds(30.25), Sent(61, TimeSpan.FromSeconds(0.25))[^1] - Start);
    }

    [Fact]
    public void An_unused_log_lets_a_request_go_at_once() => Assert.Equal(Start, new SendLog(SendWindows.Conversation, TimeSpan.Zero).Next(Start));

    [Theory]
    [InlineData(600, false)]
    [InlineData(668, true)]
    [InlineData(1_000_000, true)]
    public void A_backlog_of_more_than_five_minutes_is_known(int waiting, bool longer) =>
        Assert.Equal(longer, new SendLog(SendWindows.Conversation, TimeSpan.Zero).TakesLonger(waiting, Start, TimeSpan.FromMinutes(5)));

    [Fact]
    public void An_hour_used_up_makes_even_one_request_late()
    {
        var log = new SendLog(SendWindows.Conversation, TimeSpan.Zero);
        var now = Start;
        for (var i = 0; i < 1_800; i++)
        {
            now = log.Next(now);
            log.Add(now);
        }

        Assert.True(log.TakesLonger(1, now, TimeSpan.FromMinutes(5)));
        Assert.False(log.TakesLonger(1, Start + TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)));
    }

    private static List<DateTimeOffset> Sent(int requests, TimeSpan margin)
    {
        var log = new SendLog(SendWindows.Conversation, margin);
        var times = new List<DateTimeOffset>();
        var now = Start;
        for (var i = 0; i < requests; i++)
        {
            now = log.Next(now);
            log.Add(now);
            times.Add(now);
        }

        return times;
    }
}
