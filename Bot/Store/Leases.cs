using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Which instance does what, so that a killed instance's work is taken over (design.md, section 8).</summary>
public sealed class Leases(FeedbackDatabase database, TimeProvider clock)
{
    /// <summary>Until another instance's work is asked for again, or one's own that failed is taken up again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly string _owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";

    /// <summary>Does some work for ever, on one instance at a time: whoever holds the lease does it. Ends when the process does.</summary>
    /// <param name="work">Goes on with what is durable; its token ends when the lease is lost.</param>
    /// <param name="interrupted">Told what the work failed with; it is begun again after a pause.</param>
    public async Task WorkAsync(string name, Func<CancellationToken, Task> work, Action<Exception> interrupted, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await TryHoldAsync(name, stoppingToken);
                await (lease is null ? Task.CompletedTask : HeldAsync(lease, work));
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; what is to be done is still there then.
                interrupted(fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes a lease and keeps it until it is disposed of.</summary>
    /// <returns>Null while another instance holds it.</returns>
    public async Task<Lease?> TryHoldAsync(string name, CancellationToken cancellationToken) =>
        await TakeAsync(name, cancellationToken) is var state && state != LeaseState.Elsewhere
            ? new Lease(this, name, state == LeaseState.Taken, ended => KeepAsync(name, ended), cancellationToken)
            : null;

    /// <summary>Takes or renews a lease. SQLite has one instance, which needs none.</summary>
    /// <returns>False while another instance holds it.</returns>
    public async Task<bool> TryTakeAsync(string name, CancellationToken cancellationToken) =>
        await TakeAsync(name, cancellationToken) != LeaseState.Elsewhere;

    /// <summary>Whether this instance holds a lease just now. SQLite has one instance, whose everything is.</summary>
    public async Task<bool> IsOursAsync(string name, CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        await using var context = database.Open();
        return await context.Leases.AnyAsync(l => l.Name == name && l.Owner == _owner && l.Until > now, cancellationToken);
    }

    /// <summary>Gives a lease back, so that another instance needn't wait for its end. Whose it was stays known.</summary>
    public async Task ReleaseAsync(string name, CancellationToken cancellationToken)
    {
        if (database.IsShared)
        {
            await database.WriteAsync(
                context => context.Leases.Where(l => l.Name == name && l.Owner == _owner)
                    .ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch), cancellationToken),
                cancellationToken);
        }
    }

    private async Task<LeaseState> TakeAsync(string name, CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            return LeaseState.Kept;
        }

        var now = clock.GetUtcNow();
        try
        {
            return await database.WriteAsync(
                async context =>
                {
                    var (named, until) = (context.Leases.Where(l => l.Name == name), now + database.Lease);
                    if (await named.Where(l => l.Owner == _owner).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, until), cancellationToken) == 1)
                    {
                        return LeaseState.Kept;
                    }

                    if (await named.Where(l => l.Until < now)
                        .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, _owner).SetProperty(l => l.Until, until), cancellationToken) == 1)
                    {
                        return LeaseState.Taken;
                    }

                    if (await named.AnyAsync(cancellationToken))
                    {
                        return LeaseState.Elsewhere;
                    }

                    context.Leases.Add(new LeaseRow { Name = name, Owner = _owner, Until = until });
                    return LeaseState.Taken;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            return LeaseState.Elsewhere;
        }
    }

    private static async Task HeldAsync(Lease lease, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(lease.Token);
        }
        catch (OperationCanceledException) when (lease.Token.IsCancellationRequested)
        {
            // It is another instance's now, or the process ends.
        }
    }

    /// <summary>Ends when the lease is lost.</summary>
    private async Task KeepAsync(string name, CancellationToken ended)
    {
        if (!database.IsShared)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ended);
        }

        do
        {
            await Task.Delay(database.Lease / 3, clock, ended);
        }
        while (await TryTakeAsync(name, ended));
    }
}
