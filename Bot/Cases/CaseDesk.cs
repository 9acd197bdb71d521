using FeedbackBot.Store;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;

namespace FeedbackBot.Cases;

/// <summary>Carries out what people want done with a case: decides on what is stored, commits, and decides anew when it lost the race.</summary>
public sealed class CaseDesk(CaseStore cases, Organisation organisation, TimeProvider clock)
{
    /// <summary>Why what judges a post's words isn't done.</summary>
    public const string EditedSince = "Its author has edited the post since. Please read it again, then press once more.";

    /// <param name="pressedAt">The version that the pressed card showed; null where none is known.</param>
    public static bool IsEditedSince(CaseFile file, int? pressedAt) => file.Events.Any(e => e.Kind == CaseEventKind.Edited && e.Version > pressedAt);

    /// <param name="pressedAt">The version that the pressed card showed; null where none is known.</param>
    /// <returns>The case as it is now, and one sentence if nothing was changed by this action.</returns>
    public async Task<(CaseFile File, string? Why)> ActAsync(
        CaseFile file,
        CaseAction action,
        Actor actor,
        int? pressedAt,
        CancellationToken cancellationToken)
    {
        var wardId = file.Case.WardId;
        while (true)
        {
            if (IsRepeat(file, action, actor, pressedAt))
            {
                return (file, null);
            }

            if (!string.Equals(file.Case.WardId, wardId, StringComparison.OrdinalIgnoreCase))
            {
                // What they may do was said of the ward where it was.
                return (file, CaseMachine.MovedTo(organisation.NameOf(file.Case.WardId)));
            }

            if (JudgesWords(action, file.Case) && IsEditedSince(file, pressedAt))
            {
                return (file, EditedSince);
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
    /// Teams repeats a click that it thinks went unanswered, with a new activity id: the same person, verb, version and inputs (facts-teams.md,
    /// Cards). The first one has left its event, the next after that version, which rises without an event where only other cases changed. The pressed card may
    /// have been old: where the state forbids no second press of the kind, what they chose or wrote tells whether it is one.
    /// </summary>
    private static bool IsRepeat(CaseFile file, CaseAction action, Actor actor, int? pressedAt)
    {
        List<CaseEvent> since = [.. file.Events.Where(e => e.Version > pressedAt)];
        List<CaseEvent> theirs = [.. since.Where(e => e.Kind == KindOf(action) && actor.Person.Is(e.By))];
        return theirs.Count > 0 && action switch
        {
            CaseAction.Thank thank => theirs.Exists(e => e.Note == thank.Line),
            CaseAction.LiftAlarm lift => theirs.Exists(e => e.Note == lift.Why.Trim()),
            CaseAction.Assign assign => assign.To.Is(theirs[^1].Assignee),
            CaseAction.Correct correct => CaseMachine.CorrectedTo(theirs[^1], file.Case, correct.To) || !correct.To.Changes(file.Case.Findings.Reading),
            _ => since[0] == theirs[0] && IsAlike(since[0], action),
        };
    }

    /// <summary>It says something of the words that were on the pressed card, so it says nothing of other words.</summary>
    private static bool JudgesWords(CaseAction action, Case @case) => action switch
    {
        CaseAction.Correct or CaseAction.Confirm or CaseAction.LiftAlarm or CaseAction.Thank => true,
        CaseAction.Resolve or CaseAction.Dismiss => @case.Findings.Alarm is not null,
        _ => false,
    };

    private static bool IsAlike(CaseEvent left, CaseAction action) => action switch
    {
        CaseAction.Resolve resolve => left.Note == resolve.Note.Trim(),
        CaseAction.Reopen reopen => left.Note == reopen.Note.Trim(),
        CaseAction.Move move => string.Equals(left.WardId, move.WardId, StringComparison.OrdinalIgnoreCase),
        CaseAction.Dismiss dismiss => left.Note == dismiss.Reason.Trim(),
        CaseAction.HandToPals hand => left.Note == hand.Why.Trim(),
        CaseAction.TakeBackFromPals back => left.Note == back.Why.Trim(),
        CaseAction.RaiseAlarm raise => left.Note == raise.Why.Trim(),

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
        CaseAction.NotYetByPals => CaseEventKind.PalsNotYet,
        CaseAction.TakeBackFromPals => CaseEventKind.PalsTakenBack,
        CaseAction.TakeOut => CaseEventKind.TakenOut,
        CaseAction.PutBack => CaseEventKind.PutBack,
        CaseAction.RaiseAlarm => CaseEventKind.AlarmRaised,
        CaseAction.LiftAlarm => CaseEventKind.AlarmLifted,
        CaseAction.Reply => CaseEventKind.Replied,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action without an event."),
    };
}
