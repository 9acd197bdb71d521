using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Summary.Digests;

/// <summary>Sends every digest that is due, once.</summary>
public sealed class DigestRound(DigestBook book, Organisation organisation, TimeProvider clock)
{
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var (now, quiet) = (clock.GetUtcNow(), organisation.Now.QuietHours);
        foreach (var row in await book.AllAsync(cancellationToken))
        {
            if (DigestSchedule.Read(row.Schedule) is not { } schedule)
            {
                continue;
            }

            var zone = ZoneOf(row, organisation.TimeZone);
            var sent = DigestSlot.Read(row.SentKey, zone);
            // Who is no boss any more gets none, and has theirs back when they are again. That looks through all wards, so it is asked of those alone whose time has come.
            if (DigestClock.Due(schedule, zone, row.SetAt, sent, now, quiet) is { } slot && DigestReach.Of(row.PersonId, organisation) is not null)
            {
                await book.TrySendAsync(row, slot, new Reply.Digest(row.PersonId, DigestClock.Since(sent, slot)), cancellationToken);
            }
        }
    }

    /// <summary>The zone that Teams told, or the organisation's where it told none that this machine knows.</summary>
    public static TimeZoneInfo ZoneOf(DigestRow row, TimeZoneInfo otherwise) =>
        row.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : otherwise;
}
