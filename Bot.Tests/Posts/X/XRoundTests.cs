using System.Globalization;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>When a round of look-ups begins, and when X isn't believed at once.</summary>
public sealed class XRoundTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/London", "2026-11-23T08:00Z", "2026-11-23T04:00Z")]
    [InlineData("Europe/London", "2026-11-23T04:00Z", "2026-11-23T04:00Z")]
    [InlineData("Europe/London", "2026-11-23T03:59Z", "2026-11-22T04:00Z")]
    [InlineData("Europe/London", "2026-07-01T03:00Z", "2026-07-01T03:00Z")]
    [InlineData("Europe/London", "2026-07-01T02:59Z", "2026-06-30T03:00Z")]
    [InlineData("Pacific/Auckland", "2026-11-23T14:00Z", "2026-11-22T15:00Z")]
    [InlineData("Pacific/Auckland", "2026-11-23T15:00Z", "2026-11-23T15:00Z")]
    [InlineData("America/Los_Angeles", "2026-11-23T08:00Z", "2026-11-22T12:00Z")]
    public void A_round_begins_at_four_on_the_organisation_s_clock(string zone, string now, string begin) => Assert.Equal(
        DateTimeOffset.Parse(begin, CultureInfo.InvariantCulture),
        XRound.LastBegin(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Most_posts_gone_at_once_is_believed_when_X_says_so_twice_an_hour_apart()
    {
        var doubt = new XDoubt();
        var most = new XLookupAnswer(Ids(1, 5).ToDictionary(i => i), Ids(6, 10), []);

        Assert.Empty(doubt.Believed(most, Now));
        Assert.Equal(Ids(6, 10).Order(), doubt.Resting(Now.AddMinutes(59)).Order());
        Assert.Empty(doubt.Resting(Now.AddHours(1)));
        Assert.Equal(Ids(6, 10), doubt.Believed(most, Now.AddHours(1)));
    }

    [Fact]
    public void Posts_that_are_there_again_are_doubted_anew()
    {
        var doubt = new XDoubt();
        var gone = new XLookupAnswer(new Dictionary<string, string>(), Ids(1, 10), []);
        doubt.Believed(gone, Now);
        doubt.Believed(new XLookupAnswer(Ids(1, 10).ToDictionary(i => i), [], []), Now.AddHours(1));

        Assert.Empty(doubt.Believed(gone, Now.AddHours(2)));
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(10, 10)]
    [InlineData(90, 10)]
    public void A_few_posts_or_the_smaller_part_are_believed_at_once(int live, int gone) => Assert.Equal(
        gone, new XDoubt().Believed(new XLookupAnswer(Ids(100, live).ToDictionary(i => i), Ids(1, gone), []), Now).Count);

    [Fact]
    public void What_X_left_unclear_rests_for_an_hour()
    {
        var doubt = new XDoubt();
        doubt.Believed(new XLookupAnswer(new Dictionary<string, string> { ["1"] = "1" }, [], ["2"]), Now);

        Assert.Equal(["2"], doubt.Resting(Now.AddMinutes(59)));
        Assert.Empty(doubt.Resting(Now.AddHours(1)));
    }

    private static List<string> Ids(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
}
