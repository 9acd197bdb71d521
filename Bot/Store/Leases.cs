using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Which instance does what, so that a killed instance's work is taken over (design.md, section 8).</summary>
public sealed class Leases(FeedbackDatabase database, TimeProvider clock)
{
    private readonly string _owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";

    /// <summary>Takes a lease and keeps it until it is disposed of.</summary>
    /// <returns>Null while another instance holds it.</returns>
    public async Task<Lease?> TryHoldAsync(string name, CancellationToken cancellationToken) =>
        await TryTakeAsync(name, cancellationToken) ? new Lease(this, name, ended => KeepAsync(name, ended), cancellationToken) : null;

    /// <summary>Takes or renews a lease. SQLite has one instance, which needs none.</summary>
    /// <returns>False while another instance holds it.</returns>
    public async Task<bool> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        try
        {
            return await database.WriteAsync(
                async context =>
                {
                    if (await context.Leases.AnyAsync(l => l.Name == name, cancellationToken))
                    {
                        return await context.Leases.Where(l => l.Name == name && (l.Owner == _owner || l.Until < now))
                            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, _owner).SetProperty(l => l.Until, now + database.Lease), cancellationToken) == 1;
                    }

                    context.Leases.Add(new LeaseRow { Name = name, Owner = _owner, Until = now + database.Lease });
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            return false;
        }
    }

    /// <summary>Gives a lease back, so that another instance needn't wait for its end.</summary>
    public async Task ReleaseAsync(string name, CancellationToken cancellationToken)
    {
        if (database.IsShared)
        {
            await database.WriteAsync(
                context => context.Leases.Where(l => l.Name == name && l.Owner == _owner).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
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
