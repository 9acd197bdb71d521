using FeedbackBot.Deliver;
using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

public sealed class TenantSlotsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Slots_are_evenly_apart_and_never_more_than_Teams_allows_in_a_second(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var slots = store.Get<TenantSlots>();

        var taken = new List<DateTimeOffset>();
        for (var i = 0; i < 120; i++)
        {
            taken.Add(await slots.TakeAsync(None));
        }

        Assert.Equal(store.Clock.GetUtcNow(), taken[0]);
        var (most, second) = SendWindows.Tenant[0];
        Assert.All(taken.Skip(most).Zip(taken), pair => Assert.True(pair.First - pair.Second > second));
        Assert.InRange((taken[^1] - taken[0]).TotalSeconds, 119 / 50.0, 119 / 47.5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_pause_the_next_slot_is_now(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Get<TenantSlots>().TakeAsync(None);
        await store.Get<TenantSlots>().TakeAsync(None);

        store.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(store.Clock.GetUtcNow(), await store.Get<TenantSlots>().TakeAsync(None));
    }

    [PostgresFact]
    public async Task Two_instances_never_get_the_same_slot()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();

        var taken = await Task.WhenAll(new[] { one, other }.Select(store => Task.Run(async () =>
        {
            var own = new List<DateTimeOffset>();
            for (var i = 0; i < 50; i++)
            {
                own.Add(await store.Get<TenantSlots>().TakeAsync(None));
            }

            return own;
        })));

        Assert.Equal(100, taken.SelectMany(t => t).Distinct().Count());
    }
}
