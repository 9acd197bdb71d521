using System.Text.Json;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Who wants a digest when, and which they had.</summary>
public sealed class DigestBook(FeedbackDatabase database, OutboxSignal signal, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task<DigestRow?> FindAsync(string personId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Digests.FirstOrDefaultAsync(d => d.PersonId == personId, cancellationToken);
    }

    public async Task<IReadOnlyList<DigestRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Digests.OrderBy(d => d.PersonId).ToListAsync(cancellationToken);
    }

    /// <summary>From now on this person's comes by this schedule. Which they had last stays known.</summary>
    public async Task SetAsync(string personId, DigestSchedule schedule, string? timeZone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.WriteAsync(
                    async context =>
                    {
                        var changed = await context.Digests.Where(d => d.PersonId == personId).ExecuteUpdateAsync(
                            s => s.SetProperty(d => d.Schedule, schedule.Text).SetProperty(d => d.TimeZone, timeZone).SetProperty(d => d.SetAt, now),
                            cancellationToken);
                        if (changed == 0)
                        {
                            context.Digests.Add(new DigestRow { PersonId = personId, Schedule = schedule.Text, TimeZone = timeZone, SetAt = now });
                        }
                    },
                    cancellationToken);
                return;
            }
            catch (DbUpdateException fault) when (Conflict.Is(fault) && attempt < Tries)
            {
                // They said it twice at once: the second try finds the row.
            }
        }
    }

    /// <summary>The person's clock is somewhere else now; times that have passed there count no more.</summary>
    public Task MoveAsync(string personId, string timeZone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            context => context.Digests.Where(d => d.PersonId == personId)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.TimeZone, timeZone).SetProperty(d => d.SetAt, now), cancellationToken),
            cancellationToken);
    }

    /// <returns>False where there was none.</returns>
    public async Task<bool> EndAsync(string personId, CancellationToken cancellationToken) => await database.WriteAsync(
        context => context.Digests.Where(d => d.PersonId == personId).ExecuteDeleteAsync(cancellationToken),
        cancellationToken) > 0;

    /// <summary>Notes that a digest went and puts it into the outbox, both or neither.</summary>
    /// <param name="row">As it was read: where it has changed since, nothing is written.</param>
    /// <returns>False where somebody else was faster, or this one was in the outbox before.</returns>
    public async Task<bool> TrySendAsync(DigestRow row, DigestSlot slot, Reply.Digest digest, CancellationToken cancellationToken)
    {
        var key = $"{Keys(row.PersonId)}{slot.Key}";
        bool added;
        try
        {
            added = await database.WriteAsync(
                async context =>
                {
                    var unchanged = context.Digests.Where(
                        d => d.PersonId == row.PersonId && d.SentKey == row.SentKey && d.SetAt == row.SetAt && d.Schedule == row.Schedule);
                    if (await unchanged.ExecuteUpdateAsync(s => s.SetProperty(d => d.SentKey, slot.Text), cancellationToken) == 0
                        || await context.Outbox.AnyAsync(o => o.Key == key, cancellationToken))
                    {
                        return false;
                    }

                    var since = await FoldAsync(context, row.PersonId, digest.Since, cancellationToken);
                    var entry = OutboxEntry.ToLane(Lane.OfPerson(row.PersonId), new Intention.TellPerson(row.PersonId, digest with { Since = since }), key: key);
                    context.Outbox.Add(OutboxRows.Of(entry, clock.GetUtcNow()));
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            return false;
        }

        if (added)
        {
            signal.Set();
        }

        return added;
    }

    /// <summary>Digests that Teams still hasn't taken are told by the next one, so that an outage doesn't end with several.</summary>
    /// <returns>From when on the next one tells.</returns>
    private async Task<DateTimeOffset> FoldAsync(FeedbackContext context, string personId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (keys, now) = (Keys(personId), clock.GetUtcNow());
        var waiting = context.Outbox.Undelivered().Where(o => o.Key!.StartsWith(keys));
        foreach (var text in await waiting.Select(o => o.Intention).ToListAsync(cancellationToken))
        {
            if (JsonSerializer.Deserialize<Intention>(text) is Intention.TellPerson { Reply: Reply.Digest earlier } && earlier.Since < since)
            {
                since = earlier.Since;
            }
        }

        await waiting.ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, OutboxState.Delivered).SetProperty(o => o.LastAnswer, "The next digest tells it.").SetProperty(o => o.FinishedAt, now),
            cancellationToken);
        return since;
    }

    private static string Keys(string personId) => $"digest:{personId}:";
}
