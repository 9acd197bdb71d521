using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

/// <summary>Work that one instance does for ever.</summary>
public sealed class LeasedWorkTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));

    public void Dispose() => _stop.Dispose();

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task What_work_fails_with_is_told_and_no_timeout_of_its_own_is_taken_for_a_lost_lease(Type fault)
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        Exception? told = null;

        await store.Leases.WorkAsync("work", _ => throw (Exception)Activator.CreateInstance(fault)!, Told, _stop.Token);

        Assert.IsType(fault, told);

        void Told(Exception interrupted)
        {
            told = interrupted;
            _stop.Cancel();
        }
    }

    [Fact]
    public async Task Work_that_ends_with_the_process_is_no_fault()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        Exception? told = null;

        await store.Leases.WorkAsync("work", Stopped, interrupted => told = interrupted, _stop.Token);

        Assert.Null(told);

        async Task Stopped(CancellationToken cancellationToken)
        {
            await _stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    [PostgresFact]
    public async Task Who_loses_the_lease_stops_without_a_word_and_asks_for_it_again()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        Exception? told = null;
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var work = one.Leases.WorkAsync("work", Work, interrupted => told = interrupted, _stop.Token);
        await begun.Task.WaitAsync(_stop.Token);

        // Another instance whose clock is past the lease's end takes it; the next renewal finds that out.
        var later = new FakeClock();
        later.Advance(one.Database.Lease + TimeSpan.FromSeconds(1));
        await using var taken = await new Leases(one.Database, later).TryHoldAsync("work", _stop.Token);
        one.Clock.Advance(one.Database.Lease / 3);
        await ended.Task.WaitAsync(_stop.Token);
        await _stop.CancelAsync();
        await work;

        Assert.NotNull(taken);
        Assert.Null(told);

        async Task Work(CancellationToken cancellationToken)
        {
            await using var registration = cancellationToken.Register(ended.SetResult);
            begun.SetResult();
            await ended.Task;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
