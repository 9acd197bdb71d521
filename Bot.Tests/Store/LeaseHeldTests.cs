using FeedbackBot.Store;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedbackBot.Tests.Store;

/// <summary>Two instances on one PostgreSQL: what one holds the other doesn't get, however slow the work, until it is dead.</summary>
public sealed class LeaseHeldTests : IDisposable
{
    private static readonly TimeSpan Third = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));

    [PostgresFact]
    public async Task Work_that_outlasts_its_lease_is_still_held_because_the_lease_is_renewed_meanwhile()
    {
        await using var server = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var database = await OpenAsync(server);
        var clock = new FakeClock();
        var (mine, others) = (new Leases(database, clock), new Leases(database, clock));
        await using (await mine.TryHoldAsync("lane:a", _limit.Token))
        {
            for (var passed = TimeSpan.Zero; passed <= database.Lease; passed += Third)
            {
                await clock.Waited(Third, _limit.Token);
                clock.Advance(Third);
            }

            await clock.Waited(Third, _limit.Token);
            Assert.Null(await others.TryHoldAsync("lane:a", _limit.Token));
        }

        await using var after = await others.TryHoldAsync("lane:a", _limit.Token);
        Assert.NotNull(after);
    }

    [PostgresFact]
    public async Task Who_has_lost_a_lease_to_another_instance_is_told_to_stop()
    {
        await using var server = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var database = await OpenAsync(server);
        var (clock, later) = (new FakeClock(), new FakeClock());
        later.Advance(database.Lease + Third);
        await using var mine = await new Leases(database, clock).TryHoldAsync("lane:a", _limit.Token);
        await using var taken = await new Leases(database, later).TryHoldAsync("lane:a", _limit.Token);
        Assert.NotNull(taken);
        var stopped = new TaskCompletionSource();
        mine!.Token.Register(stopped.SetResult);

        await clock.Waited(Third, _limit.Token);
        clock.Advance(Third);

        await stopped.Task.WaitAsync(_limit.Token);
    }

    [Fact]
    public void A_lease_of_no_sensible_length_is_refused_with_the_cure() => Assert.Equal(
        ["Store:Lease is 00:00:00. Use a time from one second to one hour, such as 00:00:30."],
        new StoreOptions(StoreOptions.Default) { Lease = TimeSpan.Zero }.Faults());

    public void Dispose() => _limit.Dispose();

    private async Task<FeedbackDatabase> OpenAsync(TestDatabase server)
    {
        var database = new FeedbackDatabase(server.Options, new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
        using var opening = new StoreOpening(database, NullLogger<StoreOpening>.Instance);
        await opening.OpenAsync(_limit.Token);
        return database;
    }
}
