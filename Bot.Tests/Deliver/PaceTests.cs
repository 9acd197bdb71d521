using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Deliver;

public sealed class PaceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_Teams_asks_for_counts_before_the_dice()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var pace = Of(store, limited: true);

        Assert.Equal(store.Clock.GetUtcNow().AddSeconds(17), pace.Retry(3, TimeSpan.FromSeconds(17)));
        Assert.InRange(pace.Retry(3, null) - store.Clock.GetUtcNow(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.Equal(Of(store, limited: true).Retry(5, null), Of(store, limited: true).Retry(5, null));
    }

    [Fact]
    public async Task A_lane_rests_when_a_window_is_full_and_its_slot_is_its_own_until_then()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var pace = Of(store, limited: true);
        await pace.BeginAsync("a", anew: false, None);
        for (var i = 0; i < 6; i++)
        {
            await pace.NextAsync("a", None);
            pace.Made("a");
        }

        // One more is assumed, which may have been under way when this began.
        Assert.Equal(store.Clock.GetUtcNow().AddSeconds(1.1), await pace.NextAsync("a", None));
    }

    [Fact]
    public async Task A_lane_with_a_request_under_way_is_not_tidied_away()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var pace = Of(store, limited: true);
        await pace.BeginAsync("a", anew: false, None);
        store.Clock.Advance(TimeSpan.FromHours(2));
        await pace.NextAsync("a", None);

        await pace.TidyAsync(None);

        Assert.Single(pace.Made("a"));
    }

    [Fact]
    public async Task A_lane_that_another_instance_had_is_learned_anew()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var pace = Of(store, limited: true);
        await pace.BeginAsync("a", anew: false, None);
        for (var i = 0; i < 7; i++)
        {
            await store.Outbox.StayAsync([new Aftermath.RequestMade("a")], None);
        }

        Assert.True(await pace.NextAsync("a", None) <= store.Clock.GetUtcNow());
        await pace.BeginAsync("a", anew: true, None);

        Assert.True(await pace.NextAsync("a", None) > store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Without_limits_nothing_waits_and_nothing_is_kept()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var pace = Of(store, limited: false);
        await pace.BeginAsync("a", anew: false, None);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(store.Clock.GetUtcNow(), await pace.NextAsync("a", None));
            Assert.Empty(pace.Made("a"));
        }

        Assert.False(pace.IsStorm("a", 1_000_000));
    }

    private static Pace Of(TestStore store, bool limited) =>
        new(store.Get<Sends>(), store.Get<TenantSlots>(), store.Clock, new Random(7), limited);
}
