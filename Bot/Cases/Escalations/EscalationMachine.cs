namespace FeedbackBot.Cases.Escalations;

/// <summary>
/// What people may do with an escalation:
/// <code>
///   ┌──────┐  take   ┌───────┐  finish   ┌──────┐
///   │ Open │ ──────► │ Taken │ ────────► │ Done │
///   └──────┘ ◄────── └───────┘           └──────┘
///      │    give back                        ▲
///      └─────────────────────────────────────┘  finish; or its case or pattern is closed
/// </code>
/// </summary>
public static class EscalationMachine
{
    public static EscalationOutcome Decide(Escalation before, EscalationAction action, Person by, EscalationAudience audience, DateTimeOffset now)
    {
        // Who has taken it may give it back, also where it has moved on to others since.
        if (!audience.Includes(by.Id) && !(action is EscalationAction.GiveBack && by.Is(before.TakenBy)))
        {
            return new EscalationOutcome.Refused(before.Kind == EscalationKind.MustNotWait
                ? "This is for the safeguarding lead and the deputies, or for the ward's bosses where no lead is set."
                : "This is for the bosses of this ward.");
        }

        return (action, before.State) switch
        {
            (_, EscalationState.Done) => new EscalationOutcome.Refused($"This is done already{(before.DoneBy is { } done ? $": {(by.Is(done) ? "you" : done.Name)} closed it" : "")}."),
            _ when before.Kind == EscalationKind.Praise => new EscalationOutcome.Refused("Nobody has to go for this one. Press Thank to say thank you."),
            (EscalationAction.Take, EscalationState.Open) => new EscalationOutcome.Changed(before with { State = EscalationState.Taken, TakenBy = by, TakenAt = now }),
            (EscalationAction.Take, _) => new EscalationOutcome.Refused(TakenAlready(before, by)),
            (EscalationAction.GiveBack, EscalationState.Open) => new EscalationOutcome.Refused("Nobody has this one."),
            (EscalationAction.GiveBack, _) when !by.Is(before.TakenBy) => new EscalationOutcome.Refused($"Only {before.TakenBy?.Name} can give this one back."),
            (EscalationAction.GiveBack, _) => Reopen(before, now),
            (EscalationAction.Finish, _) when !audience.MayFinish(by.Id) => new EscalationOutcome.Refused("Only the safeguarding lead or a deputy can close this."),
            (EscalationAction.Finish finish, _) when string.IsNullOrWhiteSpace(finish.Note) => new EscalationOutcome.Refused("Please say what came of it, then press Done again."),
            (EscalationAction.Finish finish, _) => new EscalationOutcome.Changed(before with { State = EscalationState.Done, DoneBy = by, DoneAt = now, Note = finish.Note.Trim() }),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action the state machine doesn't know."),
        };
    }

    /// <summary>Its case or pattern came to an end. What must not wait ends only by the hand of somebody who answers for it.</summary>
    /// <param name="by">Whose hand it was, where it was one.</param>
    public static EscalationOutcome Close(Escalation before, string why, DateTimeOffset now, Person? by = null) =>
        before.State == EscalationState.Done || (before.Kind == EscalationKind.MustNotWait && by is null)
            ? new EscalationOutcome.Refused("It stays as it is.")
            : new EscalationOutcome.Changed(before with { State = EscalationState.Done, DoneBy = by, DoneAt = now, Note = why });

    /// <summary>Somebody has to see to it once more: as if it had just been brought to those who know of it. What must not wait is repeated at once.</summary>
    public static EscalationOutcome.Changed Reopen(Escalation before, DateTimeOffset now) => new(
        before with { State = EscalationState.Open, TakenBy = null, TakenAt = null, DoneBy = null, DoneAt = null, Note = null, RungAt = now, ToldAt = null });

    private static string TakenAlready(Escalation before, Person by) => (before.Kind == EscalationKind.MustNotWait, by.Is(before.TakenBy)) switch
    {
        (true, true) => "You have acknowledged this already.",
        (true, false) => $"{before.TakenBy?.Name} has acknowledged this already.",
        (false, true) => "You have already said that you will go.",
        (false, false) => $"{before.TakenBy?.Name} is already going.",
    };
}
