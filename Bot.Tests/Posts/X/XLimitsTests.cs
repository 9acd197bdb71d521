using Xunit.Abstractions;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>However X behaves, the reader keeps X's limits, never stands still for good, and leaves nothing behind when it's stopped.</summary>
public sealed class XLimitsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_hour_of_429_is_a_ladder_and_not_a_storm()
    {
        await using var scene = await XScene.Of();
        scene.X.RefusesStreams = new(429);

        var attempts = await AttemptsInAnHour(scene);

        output.WriteLine($"Attempts in an hour of 429, in seconds from its beginning: {string.Join(", ", attempts)}");
        Assert.Equal([0, 60, 180, 420, 900, 1800, 2700], attempts.Where(at => at < 3600));
    }

    [Fact]
    public async Task Streams_that_X_opens_and_drops_at_once_for_an_hour_stay_within_fifty_connections_in_any_quarter()
    {
        await using var scene = await XScene.Of();
        scene.X.Live.DropsAtOnce = true;

        var attempts = await AttemptsInAnHour(scene);

        output.WriteLine($"{attempts.Count} attempts in an hour of streams that break at once.");
        Assert.All(attempts, from => Assert.InRange(attempts.Count(at => at >= from && at < from + 900), 1, 50));
        Assert.Contains(scene.Log.Warnings, w => w.Contains("no more tries within 15 minutes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_is_started_again_and_again_keeps_the_limit_of_connections()
    {
        await using var scene = await BegunAsOftenAsAllowed();

        Assert.True(await scene.StreamWaitAfterDrop() > TimeSpan.FromMinutes(14));
    }

    [Fact]
    public async Task A_source_that_was_started_as_often_as_X_allows_waits_before_it_opens_the_next()
    {
        await using var scene = await BegunAsOftenAsAllowed();

        await scene.Crash();
        var begun = scene.Begin();

        Assert.True(await scene.StreamWait() > TimeSpan.FromMinutes(14));
        Assert.Equal(45, scene.X.StreamAttempts.Count);
        await scene.Advance(TimeSpan.FromMinutes(15));
        await begun;
    }

    [Fact]
    public async Task Who_takes_over_long_after_its_start_frees_the_place_of_the_one_that_fell()
    {
        await using var scene = await XScene.Of();
        await scene.Advance(TimeSpan.FromDays(3));
        scene.X.Live.HoldsSlot = TimeSpan.FromMinutes(15);
        scene.X.Live.HoldSlot();

        await scene.Begin();

        await scene.X.Streams.Reached(1, scene.Limit);
        Assert.Equal(1, scene.X.Live.Freed.Count);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_seen_until_the_stream_is_open_again()
    {
        await using var scene = await XScene.Of(save: _ => Task.CompletedTask);
        var isOut = true;
        scene.Watch.Gave += _ =>
        {
            if (isOut)
            {
                throw new NotSupportedException("Out of figures");
            }
        };
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);

        scene.Write();
        await Assert.ThrowsAsync<NotSupportedException>(() => scene.Reading);

        var wait = Assert.Single(scene.Watch.Now.Waits);
        Assert.Equal(("reading", "It was interrupted and begins again: Out of figures"), (wait.What, wait.Why));

        // What was written then is searched for now.
        isOut = false;
        await scene.Begin();
        await scene.X.Streams.Reached(2, scene.Limit);
        await scene.Pass(TimeSpan.FromSeconds(10));
        Assert.Empty(scene.Watch.Now.Waits);
    }

    [Fact]
    public async Task A_stop_closes_the_connection_and_what_was_not_saved_is_read_again()
    {
        var begun = new TaskCompletionSource();
        var saving = new TaskCompletionSource();
        await using var scene = await XScene.Of(save: batch =>
        {
            (batch.Posts.Count > 0 ? begun : new()).TrySetResult();
            return batch.Posts.Count > 0 ? saving.Task : Task.CompletedTask;
        });
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        var posts = new[] { scene.Write(), scene.Write(), scene.Write() };
        await begun.Task.WaitAsync(scene.Limit);

        var stopped = scene.Crash();
        saving.SetCanceled();
        await stopped;
        await scene.X.Live.Left.Reached(1, scene.Limit);
        Assert.Equal((1, 0), (scene.X.StreamAttempts.Count, scene.Saved.Count));

        saving = new();
        saving.SetResult();
        await scene.Begin();
        await scene.X.Streams.Reached(2, scene.Limit);
        await scene.Pass(TimeSpan.FromMinutes(2));
        foreach (var post in posts)
        {
            await scene.Has(post);
        }
    }

    [Fact]
    public async Task Work_that_cannot_follow_leaves_the_stream_and_search_brings_the_rest()
    {
        const int Posts = 25_700;
        var saving = new TaskCompletionSource();
        await using var scene = await XScene.Of(save: _ => saving.Task);
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        for (var i = 0; i < Posts; i++)
        {
            scene.Write();
        }

        var left = scene.X.Live.Left.Reached(1, scene.Limit);
        while (!left.IsCompleted)
        {
            await Task.WhenAny(left, scene.Clock.Waited(TimeSpan.FromSeconds(5), scene.Limit));
            scene.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await scene.StreamWait();
        await scene.Clock.Waited(TimeSpan.FromSeconds(1), scene.Limit);
        Assert.Equal(1, scene.X.StreamAttempts.Count);

        saving.SetResult();
        var again = scene.X.Streams.Reached(2, scene.Limit);
        while (!again.IsCompleted)
        {
            await Task.WhenAny(again, scene.Clock.Waited(TimeSpan.FromSeconds(1), scene.Limit));
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        while (scene.New.Count < Posts)
        {
            await scene.Pass(TimeSpan.FromSeconds(10));
        }

        Assert.All(scene.Saved.Values, times => Assert.Equal(1, times));
    }

    private static async Task<XScene> BegunAsOftenAsAllowed()
    {
        var scene = await XScene.Of();
        await scene.Begin();
        for (var start = 2; start <= 45; start++)
        {
            await scene.Crash();
            await scene.Begin();
        }

        return scene;
    }

    private static async Task<List<double>> AttemptsInAnHour(XScene scene)
    {
        var began = scene.Clock.GetUtcNow();
        var attempts = new List<double> { 0 };
        await scene.Begin();
        while (scene.Clock.GetUtcNow() - began < Hour)
        {
            await scene.Advance(await scene.StreamWait());
            attempts.Add((scene.Clock.GetUtcNow() - began).TotalSeconds);
        }

        return attempts;
    }
}
