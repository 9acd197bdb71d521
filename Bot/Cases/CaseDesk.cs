using FeedbackBot.Store;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;

namespace FeedbackBot.Cases;

/// <summary>Carries out what people want done with a case: decides on what is stored, commits, and decides anew when it lost the race.</summary>
public sealed class CaseDesk(CaseStore cases, Organisation organisation, TimeProvider clock)
{
    /// <param name="pressedAt">The version that the pressed card showed; null where none is known.</param>
    /// <returns>The case as it is now, and one sentence if nothing was changed by this action.</returns>
    public async Task<(CaseFile File, string? Why)> ActAsync(
        CaseFile file,
        CaseAction action,
        Actor actor,
        int? pressedAt,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            if (IsRepeat(file, action, actor, pressedAt))
            {
                return (file, null);
            }

            switch (CaseMachine.Decide(file.Case, action, actor, clock.GetUtcNow(), organisation.NameOf))
            {
                case Outcome.Refused refused:
                    return (file, refused.Why);
                case Outcome.Changed changed when await cases.TryCommitAsync(file.Case, changed, cancellationToken):
                    return (file with { Case = changed.Case, Events = [.. file.Events, changed.Event] }, null);
                default:
                    file = await cases.FindAsync(file.Case.Id, cancellationToken) ?? file;
                    break;
            }
        }
    }

    /// <summary>
    /// Teams repeats a click that it thinks went unanswered, with a new activity id: the same person, verb and version (facts-teams.md,
    /// Cards). The first one has left its event, the next after that version, which rises without an event where only other cases changed. No state forbids
    /// a second thank you, an alarm may have been raised anew since, and the pressed card may have been old: there what they wrote tells whether it is one.
    /// </summary>
    private static bool IsRepeat(CaseFile file, CaseAction action, Actor actor, int? pressedAt)
    {
        var since = file.Events.Where(e => e.Version > pressedAt);
        return (action is CaseAction.Thank or CaseAction.LiftAlarm ? since : since.Take(1)).Any(e => e.Kind == KindOf(action) && actor.Person.Is(e.By) && IsAlike(e, action));
    }

    private static bool IsAlike(CaseEvent left, CaseAction action) => action switch
    {
        CaseAction.Thank thank => left.Note == thank.Line,

        CaseAction.LiftAlarm lift => left.Note == lift.Why.Trim(),

        // A card may have two buttons of this kind, for two topics.
        CaseAction.TakeOut takeOut => left.Note == ToneNames.Of(takeOut.Topic),
        CaseAction.PutBack back => left.Note == ToneNames.Of(back.Topic),
        _ => true,
    };

    private static CaseEventKind KindOf(CaseAction action) => action switch
    {
        CaseAction.Claim => CaseEventKind.Claimed,
        CaseAction.Assign => CaseEventKind.Assigned,
        CaseAction.Release => CaseEventKind.Released,
        CaseAction.Resolve => CaseEventKind.Resolved,
        CaseAction.Reopen => CaseEventKind.Reopened,
        CaseAction.Move => CaseEventKind.Moved,
        CaseAction.Dismiss => CaseEventKind.Dismissed,
        CaseAction.Thank => CaseEventKind.Thanked,
        CaseAction.Correct => CaseEventKind.Corrected,
        CaseAction.Confirm => CaseEventKind.Confirmed,
        CaseAction.HandToPals => CaseEventKind.HandedToPals,
        CaseAction.AcknowledgeByPals => CaseEventKind.PalsAcknowledged,
        CaseAction.TakeBackFromPals => CaseEventKind.PalsTakenBack,
        CaseAction.TakeOut => CaseEventKind.TakenOut,
        CaseAction.PutBack => CaseEventKind.PutBack,
        CaseAction.RaiseAlarm => CaseEventKind.AlarmRaised,
        CaseAction.LiftAlarm => CaseEventKind.AlarmLifted,
        CaseAction.Reply => CaseEventKind.Replied,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action without an event."),
    };
}
