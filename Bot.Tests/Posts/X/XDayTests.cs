using System.Globalization;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;
using FeedbackBot.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A day with X at its worst, from its socket to the store.</summary>
public sealed class XDayTests(ITestOutputHelper output)
{
    private const int Posts = 20_000;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task In_a_day_with_a_fault_every_few_minutes_no_post_is_lost_and_none_becomes_two_cases()
    {
        // To see a failure again: FEEDBACKBOT_TEST_SEED=the seed it names.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FEEDBACKBOT_TEST_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"FEEDBACKBOT_TEST_SEED={seed}");
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        await using var scene = await XScene.Of(store.Clock, batch => store.Get<PostDesk>().TakeAsync(XPostSource.SourceName, batch, CancellationToken.None));
        var day = new XDay(scene, new Random(seed), Posts);

        try
        {
            await day.Live(Day);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Something didn't come. The log's end: {string.Join('\n', scene.Log.Lines.TakeLast(30))}", late);
        }

        var (posts, cases, cards) = await store.ReadAsync(async c =>
            (await c.Posts.CountAsync(), await c.Cases.CountAsync(), await c.Outbox.CountAsync()));
        output.WriteLine($"{day.Written.Count} posts, {posts} saved as {cases} cases with {cards} cards to send.");
        output.WriteLine($"{day.Faults.Sum(f => f.Value)} faults: {string.Join(", ", day.Faults.OrderBy(f => f.Key).Select(f => $"{f.Value} × {f.Key}"))}.");
        output.WriteLine($"{scene.X.StreamAttempts.Count} connection attempts, {scene.X.Searches.Count} searches, {scene.Watch.Now.GapsFilled} gaps filled.");
        output.WriteLine($"{scene.Saved.Values.Count(times => times > 1)} posts came again after a crash and changed nothing.");
        Assert.Equal(Posts, day.Written.Count);
        Assert.Empty(day.Written.Except(scene.Saved.Keys));
        Assert.Equal((Posts, Posts, Posts), (posts, cases, cards));
    }
}
