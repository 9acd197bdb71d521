namespace FeedbackBot.Tests.Posts.X;

/// <summary>X's search goes back seven days; what is older is said to be out of its reach.</summary>
public sealed class XSearchReachTests
{
    [Fact]
    public async Task A_cursor_of_last_month_is_searched_as_far_back_as_X_goes_and_it_is_said()
    {
        await using var x = await XReading.Of();
        x.X.OldestSinceId = 500;
        x.X.Post("1001", "Missed #Oswin");

        var batches = await x.Until("1001", x.Begin("7"));

        Assert.Equal("1001", Assert.Single(batches.SelectMany(b => b.Posts)).Id);
        Assert.Equal("2026-11-16T08:01:00Z", x.X.SearchQueries.Last()["start_time"]);
        Assert.Contains("can't be searched", Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_search_cannot_reach_any_more_is_said_once_with_its_span()
    {
        await using var x = await XReading.Of();
        x.X.OldestSinceId = 2_055_000_000_000_000_000;
        x.X.Post("2055000000000000001", "Missed #Oswin");

        // An id of X says when it was made.
        await x.Until("2055000000000000001", x.Begin("2050000000000000000"));

        const string Span = "from 30 April 2026 23:51 UTC to 16 November 2026 08:01 UTC";
        Assert.Contains(Span, Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
        Assert.Contains(Span, Assert.Single(x.Watch.Now.Remarks), StringComparison.Ordinal);
    }
}
