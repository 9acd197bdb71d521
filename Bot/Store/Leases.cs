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
    public async Task<LeaseState> TryTakeAsync(string name, CancellationToken cancellationToken)
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
                    var mine = context.Leases.Where(l => l.Name == name && l.Owner == _owner && l.Until >= now);
                    if (await mine.ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, now + Length), cancellationToken) == 1)
                    {
                        return LeaseState.Kept;
                    }

                    var ended = context.Leases.Where(l => l.Name == name && (l.Owner == _owner || l.Until < now));
                    if (await ended.ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, _owner).SetProperty(l => l.Until, now + Length), cancellationToken) == 1)
                    {
                        return LeaseState.Taken;
                    }

                    if (await context.Leases.AnyAsync(l => l.Name == name, cancellationToken))
                    {
                        return LeaseState.Elsewhere;
                    }

                    context.Leases.Add(new LeaseRow { Name = name, Owner = _owner, Until = now + Length });
                    return LeaseState.Taken;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            return LeaseState.Elsewhere;
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
