using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>
/// Gives out the moments at which requests may go to the tenant, evenly apart and each once, whatever the number of instances. Even steps need no memory of the last
/// second, so a restart can't break the limit either.
/// </summary>
public sealed class TenantSlots(FeedbackDatabase database, TimeProvider clock)
{
    private const string Name = "tenant";

    /// <summary>
    /// In microseconds: 48 a second, where Teams allows one app 50 in one tenant (facts-teams.md, Limits). Requests that overtake each other need the rest.
    /// </summary>
    private const long Step = 1_000_000 / 48;

    private readonly Lock _lock = new();
    private long _next;

    /// <returns>Now or later; it is the caller's alone.</returns>
    public async ValueTask<DateTimeOffset> TakeAsync(CancellationToken cancellationToken) =>
        DateTimeOffset.UnixEpoch + TimeSpan.FromMicroseconds(database.IsShared ? await TakeSharedAsync(cancellationToken) : Take());

    private long Now => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private long Take()
    {
        lock (_lock)
        {
            var slot = Math.Max(_next, Now);
            _next = slot + Step;
            return slot;
        }
    }

    private async Task<long> TakeSharedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await database.WriteAsync(
                    async context =>
                    {
                        // The update locks the row until the end, so what is read after it is this instance's own.
                        var now = Now;
                        await context.Slots.Where(s => s.Name == Name && s.NextAt < now)
                            .ExecuteUpdateAsync(s => s.SetProperty(r => r.NextAt, now), cancellationToken);
                        if (await context.Slots.Where(s => s.Name == Name)
                            .ExecuteUpdateAsync(s => s.SetProperty(r => r.NextAt, r => r.NextAt + Step), cancellationToken) == 0)
                        {
                            context.Slots.Add(new SlotRow { Name = Name, NextAt = now + Step });
                            return now;
                        }

                        return await context.Slots.Where(s => s.Name == Name).Select(s => s.NextAt).SingleAsync(cancellationToken) - Step;
                    },
                    cancellationToken);
            }
            catch (DbUpdateException fault) when (Conflict.Is(fault))
            {
                // Another instance made the row at the same moment: the next try finds it.
            }
        }
    }
}
