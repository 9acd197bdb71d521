using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>The source against a fake X on a real socket, on a clock that stands still.</summary>
public sealed class XPostSourceTests
{
    [Fact]
    public async Task A_post_on_the_stream_arrives_and_moves_the_cursor()
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.Post("1993000000000000001", "It is clean! #Oswin");
        var batch = await first;

        Assert.Equal("It is clean! #Oswin", Assert.Single(batch.Posts).Text);
        Assert.Equal("1993000000000000001", batch.Cursor);
        Assert.Equal(0, x.X.Searches.Count);
    }

    [Fact]
    public async Task Posts_are_found_by_a_wards_hashtag_and_strangers_are_not()
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.Post("1", "Nothing to do with us #Elsewhere");
        x.X.Post("2", "Smelly #WARD7");

        Assert.Equal("2", Assert.Single((await first).Posts).Id);
    }

    [Fact]
    public async Task Rules_are_made_before_the_stream_opens_and_others_rules_stay()
    {
        await using var x = await XReading.Of();
        x.X.HasRule("#old", "feedbackbot:1");
        x.X.HasRule("#theirs", "marketing");
        _ = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        Assert.Equal(["#theirs", "(#Oswin OR #ward7) -is:retweet"], x.X.CurrentRules.Select(r => r.Value));
    }

    [Fact]
    public async Task What_was_posted_while_nobody_read_comes_through_search_from_the_cursor_on()
    {
        await using var x = await XReading.Of();
        x.X.PageSize = 2;
        for (var id = 1001; id <= 1007; id++)
        {
            x.X.Post($"{id}", $"Post {id} #Oswin");
        }

        var batches = await x.Until("1007", x.Begin("1002"));

        Assert.Equal(["1003", "1004", "1005", "1006", "1007"], batches.SelectMany(b => b.Posts).Select(p => p.Id).Order());
        Assert.All(x.X.SearchQueries, q => Assert.Equal("1002", q["since_id"]));
        Assert.Equal(3, x.X.Searches.Count);
    }

    [Fact]
    public async Task The_cursor_stays_until_the_search_is_through()
    {
        await using var x = await XReading.Of();
        x.X.Post("1001", "Missed #Oswin");
        x.X.HoldSearch();
        var first = x.Begin("1000");
        await x.X.Streams.Reached(1, x.Limit);
        await x.X.Searches.Reached(1, x.Limit);

        x.X.Post("1005", "Live #Oswin");
        var live = await first;
        Assert.Equal(("1005", null), (Assert.Single(live.Posts).Id, live.Cursor));

        x.X.ReleaseSearch();
        var caughtUp = await x.Until("1005");
        Assert.Contains(caughtUp.SelectMany(b => b.Posts), p => p.Id == "1001");
        Assert.All(caughtUp.SkipLast(1), b => Assert.Null(b.Cursor));
    }

    [Fact]
    public async Task A_post_made_while_the_stream_was_down_comes_through_search()
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);
        x.X.Post("1001", "Before #Oswin");
        await first;

        x.X.RefuseStream(new(503, "<html>over capacity</html>"));
        x.X.Drop();
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);
        x.X.Post("1002", "In the gap #Oswin");
        x.Clock.Advance(TimeSpan.FromSeconds(5));

        var batches = await x.Until("1002");
        Assert.Equal(["1002"], batches.SelectMany(b => b.Posts).Select(p => p.Id));
        Assert.Equal("1001", Assert.Single(x.X.SearchQueries)["since_id"]);
    }

    [Fact]
    public async Task A_stream_lost_while_the_search_goes_on_takes_nothing_from_it()
    {
        await using var x = await XReading.Of();
        x.X.Post("1001", "Missed #Oswin");
        x.X.HoldSearch();
        var first = x.Begin("1000");
        await x.X.Searches.Reached(1, x.Limit);
        await x.X.Streams.Reached(1, x.Limit);
        x.X.Post("1005", "Live #Oswin");
        await first;

        x.X.Drop();
        await x.X.Streams.Reached(2, x.Limit);
        x.X.ReleaseSearch();

        var batches = await x.Until("1005");
        Assert.Contains(batches.SelectMany(b => b.Posts), p => p.Id == "1001");
        Assert.All(x.X.SearchQueries, q => Assert.Equal("1000", q["since_id"]));
    }

    [Fact]
    public async Task A_crash_before_the_first_post_was_saved_loses_no_post_since_the_first_stream_opened()
    {
        string? mark;
        await using (var crashed = await XReading.Of())
        {
            var first = await crashed.BeginFirst();
            mark = first.Cursor;
            Assert.Equal("2026-11-23T08:00:00Z", mark);
            Assert.Empty(first.Posts);
        }

        await using var x = await XReading.Of();
        x.X.Post(new FakePost("1001", "Read, but not yet saved #Oswin") { At = x.Clock.GetUtcNow().AddSeconds(1) });

        Assert.Equal("1001", Assert.Single((await x.Until("1001", x.Begin(mark))).SelectMany(b => b.Posts)).Id);
        Assert.Equal("2026-11-23T07:55:00Z", Assert.Single(x.X.SearchQueries)["start_time"]);
    }

    [Fact]
    public async Task A_first_stream_that_X_refuses_is_searched_from_the_start_also_after_a_crash()
    {
        await using var x = await XReading.Of();
        x.X.RefuseStream(new(503));
        Assert.Equal("2026-11-23T08:00:00Z", (await x.BeginFirst()).Cursor);
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);
        x.X.Post(new FakePost("1001", "While X was out of order #Oswin") { At = x.Clock.GetUtcNow().AddSeconds(1) });
        x.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains((await x.Until("1001")).SelectMany(b => b.Posts), p => p.Id == "1001");
        Assert.Equal("2026-11-23T07:55:00Z", Assert.Single(x.X.SearchQueries)["start_time"]);
    }

    [Fact]
    public async Task A_first_stream_lost_before_any_post_is_searched_from_its_opening()
    {
        await using var x = await XReading.Of();
        await x.BeginFirst();
        x.X.RefuseStream(new(503));
        x.X.Drop();
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);
        x.X.Post(new FakePost("1001", "In the gap #Oswin") { At = x.Clock.GetUtcNow().AddSeconds(1) });
        x.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains((await x.Until("1001")).SelectMany(b => b.Posts), p => p.Id == "1001");
        Assert.Equal("2026-11-23T07:55:00Z", Assert.Single(x.X.SearchQueries)["start_time"]);
    }

    [Theory]
    [InlineData("this is not JSON, though it says #secret")]
    [InlineData("{\"data\":{\"text\":\"#secret\"}}")]
    [InlineData("{\"surprise\":\"#secret\"}")]
    public async Task A_garbage_line_costs_itself_and_its_text_is_not_in_a_warning(string garbage)
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.SendLine(garbage);
        x.X.Post("1001", "Fine #Oswin");

        Assert.Equal("1001", Assert.Single((await first).Posts).Id);
        Assert.Contains("skipped", Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(x.Log.Lines, l => l.Level > Microsoft.Extensions.Logging.LogLevel.Debug && l.Words.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_kilobytes_go_through_the_socket()
    {
        var text = string.Concat(Enumerable.Repeat("The soup was cold. 🥣 ", 1000)) + "#Oswin";
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.Post("1001", text);

        Assert.Equal(text, Assert.Single((await first).Posts).Text);
    }

    [Fact]
    public async Task An_error_in_the_stream_opens_another_and_says_which()
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.SendLine("""{"errors":[{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect"}]}""");
        await x.X.Streams.Reached(2, x.Limit);
        x.X.Post("1001", "After it #Oswin");

        // The search for the gap may see it as well as the new stream: a repeat is normal.
        Assert.Equal("1001", Assert.Single((await first).Posts.Select(p => p.Id).Distinct()));
        Assert.Contains("operational-disconnect", Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_that_X_closes_again_and_again_are_no_storm()
    {
        await using var x = await XReading.Of();
        _ = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);
        x.X.End();
        await x.X.Streams.Reached(2, x.Limit);
        x.X.End();

        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);

        Assert.Equal(2, x.X.StreamAttempts.Count);
    }

    [Fact]
    public async Task Silence_opens_another_stream()
    {
        await using var x = await XReading.Of();
        x.X.KeepAlive = null;
        _ = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);
        await x.Clock.Waited(XStreamReader.Silence, x.Limit);

        x.Clock.Advance(XStreamReader.Silence);

        await x.X.Streams.Reached(2, x.Limit);
    }

    [Fact]
    public async Task A_429_waits_until_the_moment_it_names()
    {
        await using var x = await XReading.Of();
        x.X.RefuseStream(new(429, "{\"title\":\"Too Many Requests\"}", x.Clock.GetUtcNow().AddSeconds(90)));
        _ = x.Begin(null);
        await x.Clock.Waited(TimeSpan.FromSeconds(90), x.Limit);
        x.Clock.Advance(TimeSpan.FromSeconds(89));
        await x.Clock.Waited(TimeSpan.FromSeconds(1), x.Limit);
        Assert.Equal(1, x.X.StreamAttempts.Count);

        x.Clock.Advance(TimeSpan.FromSeconds(1));

        await x.X.Streams.Reached(1, x.Limit);
        Assert.Contains("Too Many Requests", Assert.Single(x.Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "X:BearerToken")]
    [InlineData(402, "credit")]
    [InlineData(403, "X:BearerToken")]
    public async Task A_refused_token_names_the_cure_and_is_tried_again(int status, string cure)
    {
        await using var x = await XReading.Of();
        x.X.RefuseStream(new(status));
        _ = x.Begin(null);
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);
        x.Clock.Advance(TimeSpan.FromSeconds(5));
        await x.X.Streams.Reached(1, x.Limit);

        var warning = Assert.Single(x.Log.Warnings);
        Assert.Contains(cure, warning, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeX.Token, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_fail_do_not_stop_the_stream_and_are_tried_again()
    {
        await using var x = await XReading.Of();
        x.X.RefuseRules(new(503));
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);

        x.Clock.Advance(TimeSpan.FromSeconds(5));
        await x.X.RuleWrites.Reached(1, x.Limit);
        x.X.Post("1001", "Live #Oswin");

        Assert.Equal("1001", Assert.Single((await first).Posts).Id);
        Assert.Equal(1, x.X.StreamAttempts.Count);
    }

    [Fact]
    public async Task A_search_that_fails_does_not_stop_the_stream_and_is_tried_again()
    {
        await using var x = await XReading.Of();
        x.X.RefuseSearch(new(503));
        x.X.Post("1001", "Missed #Oswin");
        var first = x.Begin("1000");
        await x.Clock.Waited(TimeSpan.FromSeconds(5), x.Limit);
        x.X.Post("1002", "Live #Oswin");
        Assert.Null((await first).Cursor);

        x.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains((await x.Until("1002")).SelectMany(b => b.Posts), p => p.Id == "1001");
        Assert.Equal(1, x.X.StreamAttempts.Count);
    }

    [Fact]
    public async Task Two_thousand_posts_at_once_arrive_in_order_in_batches()
    {
        await using var x = await XReading.Of();
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);
        for (var id = 10_001; id <= 12_000; id++)
        {
            x.X.Post($"{id}", $"Post {id} #Oswin");
        }

        var batches = await x.Until("12000", first);

        Assert.Equal(Enumerable.Range(10_001, 2_000).Select(id => $"{id}"), batches.SelectMany(b => b.Posts).Select(p => p.Id));
        Assert.All(batches, b => Assert.InRange(b.Posts.Count, 1, 500));
    }
}
