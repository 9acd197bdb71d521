using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class LeasesTests
{
    private const string X = "posts:x";

    [PostgresFact]
    public async Task One_instance_holds_a_lease_for_as_long_as_it_renews_it()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();

        Assert.True(await one.Leases.TryTakeAsync(X, None));
        Assert.False(await other.Leases.TryTakeAsync(X, None));
        for (var renewals = 0; renewals < 5; renewals++)
        {
            one.Clock.Advance(one.Database.Lease - TimeSpan.FromSeconds(1));
            Assert.True(await one.Leases.TryTakeAsync(X, None));
            Assert.False(await other.Leases.TryTakeAsync(X, None));
        }

        Assert.True(await other.Leases.TryTakeAsync("posts:samples", None));
    }

    [PostgresFact]
    public async Task A_killed_instance_loses_its_lease_when_it_has_run_out_and_not_before()
    {
        await using var killed = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await killed.AnotherAsync();
        await killed.Leases.TryTakeAsync(X, None);

        killed.Clock.Advance(killed.Database.Lease);
        Assert.False(await other.Leases.TryTakeAsync(X, None));
        killed.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await other.Leases.TryTakeAsync(X, None));

        Assert.False(await killed.Leases.TryTakeAsync(X, None));
    }

    [PostgresFact]
    public async Task A_lease_that_is_given_back_is_free_at_once_and_only_its_holder_can_give_it_back()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();
        await one.Leases.TryTakeAsync(X, None);

        await other.Leases.ReleaseAsync(X, None);
        Assert.False(await other.Leases.TryTakeAsync(X, None));
        await one.Leases.ReleaseAsync(X, None);

        Assert.True(await other.Leases.TryTakeAsync(X, None));
    }

    [PostgresFact]
    public async Task Of_instances_that_reach_for_a_lease_at_once_one_gets_it()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();

        for (var round = 0; round < 20; round++)
        {
            // Odd rounds: both find a lease that has run out.
            var name = $"lane:{round / 2}";
            one.Clock.Advance(one.Database.Lease + TimeSpan.FromSeconds(1));
            using var together = new Barrier(2);
            var got = await Task.WhenAll(new[] { one, other }.Select(store => Task.Run(() =>
            {
                together.SignalAndWait();
                return store.Leases.TryTakeAsync(name, None);
            })));

            Assert.Single(got, true);
        }
    }

    [Fact]
    public async Task On_SQLite_the_one_instance_there_is_needs_no_lease()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);

        Assert.True(await store.Leases.TryTakeAsync(X, None));
        await store.Leases.ReleaseAsync(X, None);
        Assert.True(await store.Leases.TryTakeAsync(X, None));
    }

    [PostgresFact]
    public async Task A_lease_tells_whether_another_instance_had_it_in_between()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();

        Assert.True(await IsNewAsync(one));
        Assert.False(await IsNewAsync(one));
        Assert.True(await IsNewAsync(other));
        Assert.True(await IsNewAsync(one));
    }

    private static async Task<bool> IsNewAsync(TestStore store)
    {
        await using var lease = await store.Leases.TryHoldAsync("lane:a", None);
        return lease!.IsNew;
    }
}
