using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Says whom to tell next of an escalation that nobody has taken. Pure; however late it is asked, it makes one step, never a burst.</summary>
public sealed class EscalationLadder(EscalationAudience audience, EscalationOptions options, QuietHours quiet, TimeZoneInfo zone)
{
    /// <param name="told">Ids of those who have heard of it so far.</param>
    public EscalationStep Step(Escalation escalation, IReadOnlyCollection<string> told, DateTimeOffset now)
    {
        if (escalation.Rungs > 0 && audience.Rungs.Count > 0)
        {
            escalation = escalation with { Rungs = Math.Min(escalation.Rungs, RungsTold(escalation, told)) };
        }

        if (escalation is { State: EscalationState.Taken, TakenBy: { } taker } && audience.Rungs.Count > 0 && !audience.Includes(taker.Id))
        {
            // Its case has gone to a ward where others answer for it, or they are named here no more.
            escalation = EscalationMachine.Reopen(escalation, now).Escalation;
        }

        var nothing = new EscalationStep(escalation, [], [], null);
        var isUrgent = escalation.Kind == EscalationKind.MustNotWait;
        if (escalation.State != EscalationState.Open || audience.Rungs.Count == 0)
        {
            // While nobody is named it waits for the settings, and must not be forgotten by then.
            return isUrgent && escalation.State == EscalationState.Open ? nothing with { LookAgainAt = now.AddMinutes(options.RepeatMinutes) } : nothing;
        }

        // Whoever came to a rung that has been told; of what must not wait the next reminder tells them.
        List<string> missed = isUrgent ? [] : [.. UpTo(escalation).Where(id => !IsIn(told, id))];
        var due = DueAt(escalation);
        if (missed.Count == 0 && (due is null || due > now))
        {
            return nothing with { LookAgainAt = due };
        }

        if (!isUrgent && quiet.Until(now, zone) is { } end)
        {
            return nothing with { LookAgainAt = end };
        }

        var climbs = ClimbsAt(escalation) <= now;
        var reminds = RemindsAt(escalation) <= now;
        var after = escalation with
        {
            Rungs = escalation.Rungs + (climbs ? 1 : 0),
            RungAt = climbs ? now : escalation.RungAt,
            ToldAt = climbs || reminds ? now : escalation.ToldAt,
        };
        return new EscalationStep(after, climbs ? [.. missed, .. audience.Rungs[escalation.Rungs]] : missed, reminds ? [.. UpTo(escalation)] : [], DueAt(after));
    }

    /// <summary>
    /// By the settings of now. Whoever was told may be none of those who answer for it any more, and who answers for it now may never have been told. What must not wait is repeated to
    /// all so far, so there one who knows is enough.
    /// </summary>
    private int RungsTold(Escalation escalation, IReadOnlyCollection<string> told) =>
        escalation.Kind != EscalationKind.MustNotWait ? audience.Rungs.TakeWhile(rung => rung.Any(id => IsIn(told, id))).Count()
        : UpTo(escalation).Any(id => IsIn(told, id)) ? escalation.Rungs
        : 0;

    private static bool IsIn(IReadOnlyCollection<string> told, string id) => told.Contains(id, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> UpTo(Escalation escalation) => audience.Rungs.Take(escalation.Rungs).SelectMany(r => r);

    private DateTimeOffset? DueAt(Escalation escalation)
    {
        var (climbs, reminds) = (ClimbsAt(escalation), RemindsAt(escalation));
        return climbs is null || reminds < climbs ? reminds : climbs;
    }

    /// <summary>When the next rung is told; null where there is none, or where those told so far are enough.</summary>
    private DateTimeOffset? ClimbsAt(Escalation escalation)
    {
        if (escalation.Rungs == 0)
        {
            return escalation.OpenedAt;
        }

        // Praise is brought to the first who can say thank you; nobody has to come.
        if (escalation.Rungs >= audience.Rungs.Count || escalation.Kind == EscalationKind.Praise)
        {
            return null;
        }

        // Who was told late in the evening gets the morning to take it.
        var wait = options.Next(escalation.Kind);
        var due = (escalation.RungAt ?? escalation.OpenedAt) + wait;
        return escalation.Kind != EscalationKind.MustNotWait && quiet.Until(due, zone) is { } end ? end + wait : due;
    }

    /// <summary>When those who have it are told once more: of what must not wait only, and at once where somebody gave it back.</summary>
    private DateTimeOffset? RemindsAt(Escalation escalation) =>
        escalation.Kind != EscalationKind.MustNotWait || escalation.Rungs == 0 ? null
        : escalation.ToldAt is { } told ? told + TimeSpan.FromMinutes(options.RepeatMinutes)
        : escalation.OpenedAt;
}
