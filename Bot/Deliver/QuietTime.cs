using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>
/// Says what may not ring now. Whoever puts something into the outbox minds the quiet hours themselves; but where Teams was away since, it may be back in the middle of the night.
/// </summary>
public sealed class QuietTime(Organisation organisation, TimeProvider clock)
{
    /// <returns>Null where it may ring.</returns>
    public RowResult.Postponed? For(EscalationKind kind) =>
        kind == EscalationKind.MustNotWait ? null : Postponed(organisation.Now.QuietHours.Until(clock.GetUtcNow(), organisation.TimeZone));

    /// <param name="dueAt">When it was to come.</param>
    /// <returns>Null where it may ring.</returns>
    public RowResult.Postponed? ForDigest(DigestRow digest, DateTimeOffset dueAt) =>
        Postponed(DigestClock.RestsUntil(dueAt, DigestRound.ZoneOf(digest, organisation.TimeZone), clock.GetUtcNow(), organisation.Now.QuietHours));

    private static RowResult.Postponed? Postponed(DateTimeOffset? morning) =>
        morning is { } until ? new RowResult.Postponed(until, "It can wait, and these are quiet hours.") : null;
}
