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
        Assert.Equal("2026-11-16T08:05:00Z", x.X.SearchQueries.Last()["start_time"]);
        Assert.Contains("can't be searched", Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_search_cannot_reach_any_more_is_said_once_with_its_span()
    {
        await using var x = await XReading.Of();
        x.X.OldestSinceId = 2_055_000_000_000_000_000;
        x.X.Post("2055000000000000001", "Missed #Oswin");

        // An id of X says when it was made.
        // Once it was searched through, what is far back needn't be searched again: the cursor is an hour before that.
        await x.Until("2026-11-23T07:00:00Z", x.Begin("2050000000000000000"));

        const string Span = "from 30 April 2026 23:51 UTC to 16 November 2026 08:05 UTC";
        Assert.Contains(Span, Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
        Assert.Contains(Span, Assert.Single(x.Watch.Now.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_that_passes_out_of_X_s_reach_while_it_waits_does_not_hold_up_search_for_ever()
    {
        await using var x = await XReading.Of();
        x.X.OldestSinceId = 500;
        x.X.Search.Reach = TimeSpan.FromDays(7);
        x.X.RefuseSearch(new(429));
        x.X.Post("1001", "Missed #Oswin");

        // The first search is refused for its id; by the time that X answers again, the earliest moment it could have asked for is too early as well.
        x.X.RefuseSearch(new(400, "{\"errors\":[{\"message\":\"'since_id' must be a tweet id created after [7 days ago].\"}]}"));
        x.X.RefuseSearch(new(429, ResetAt: x.Clock.GetUtcNow().AddMinutes(20)));
        var found = x.Until("1001", x.Begin("600"));

        // After 40 minutes at the soonest; where the machine is slow, time has passed while a request was under way.
        while (!found.IsCompleted)
        {
            await x.Pass(TimeSpan.FromMinutes(10));
        }

        Assert.Equal("1001", Assert.Single((await found).SelectMany(b => b.Posts)).Id);
    }
}
