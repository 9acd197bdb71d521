using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Which instance does what, so that a killed instance's work is taken over (design.md, section 8).</summary>
public sealed class Leases(FeedbackDatabase database, TimeProvider clock)
{
    /// <summary>How long a lease lasts without being renewed: the longest that a killed instance's work waits.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly string _owner = $"{Environment.MachineName}:{Guid.NewGuid():N}";

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
                            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, _owner).SetProperty(l => l.Until, now + Length), cancellationToken) == 1;
                    }

                    context.Leases.Add(new LeaseRow { Name = name, Owner = _owner, Until = now + Length });
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
}
