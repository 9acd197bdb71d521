using FeedbackBot.Cases.Pals;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cases.CaseAction;
using static FeedbackBot.Cases.CaseState;

namespace FeedbackBot.Cases;

/// <summary>
/// What may happen to a case (design.md, section 5):
/// <code>
///            claim, assign             resolve
///   ┌─────┐ ───────────────► ┌─────────┐ ───► ┌──────────┐
///   │ New │                  │ Claimed │      │ Resolved │
///   └─────┘ ◄─────────────── └─────────┘      └──────────┘
///      ▲  release, move                            │
///      │  reopen                                   │
///      ├───────────────────────────────────────────┘
///      │  reopen, move       ┌───────────┐
///      └──────────────────── │ Dismissed │ ◄── dismiss, from New and Claimed
///                            └───────────┘     (resolve goes from New, too)
/// </code>
/// </summary>
public static class CaseMachine
{
    /// <summary>In the note of a correction, before what was read until then.</summary>
    private const string Was = " (was: ";

    /// <summary>The case and the event with which a post arrives in a ward.</summary>
    public static Outcome.Changed Receive(string postId, string wardId, string reason, IReadOnlyList<string> alsoNamed, DateTimeOffset now, Findings? findings = null, bool isPlaceKnown = true) => new(
        new Case
        {
            Id = postId,
            WardId = wardId,
            State = New,
            Version = 1,
            ReceivedAt = now,
            ChangedAt = now,
            Reason = reason,
            AlsoNamed = alsoNamed,
            IsPlaceKnown = isPlaceKnown,
            Findings = findings ?? Findings.None,
        },
        new CaseEvent(postId, 1, CaseEventKind.Received, null, now, wardId));

    /// <summary>The author edited the post: the case goes on as it stands, where it is, even if the post names another ward now.</summary>
    /// <param name="named">Ids of all wards that the post names now.</param>
    /// <param name="findings">What triage finds in it now. What had to be withheld, or must not wait, stays so: people have to see to it. Where they have, only what is new counts.</param>
    public static Outcome.Changed Edit(Case before, IReadOnlyList<string> named, DateTimeOffset now, Findings? findings = null)
    {
        var found = before.WithoutLifted(findings ?? before.Findings);
        var reading = before.IsCorrected ? before.Findings.Reading with { First = found.Reading } : found.Reading.Keeping(before.Findings.Reading);
        var after = before with
        {
            AlsoNamed = [.. named.Where(id => !string.Equals(id, before.WardId, StringComparison.OrdinalIgnoreCase))],
            Findings = (found with { Reading = reading }).Keeping(before.Findings),
        };
        return Left(before, after, CaseEventKind.Edited, null, now);
    }

    /// <summary>The post is no longer public: the case goes on as it stands, without the post's words.</summary>
    public static Outcome.Changed Remove(Case before, DateTimeOffset now) =>
        Left(before, before with { Findings = before.Findings.WithoutWords(), LiftedAlarm = before.LiftedAlarm?.WithoutWords() }, CaseEventKind.Removed, null, now);

    /// <summary>Whether this event corrected the case to that, whatever it was before.</summary>
    public static bool CorrectedTo(CaseEvent corrected, Case one, Correction to) => corrected.Note?.StartsWith(InWords(Corrected(one, to)) + Was, StringComparison.Ordinal) == true;

    /// <summary>Decides an action of a person; ward names for sentences come from <paramref name="nameOfWard"/>.</summary>
    public static Outcome Decide(Case before, CaseAction action, Actor actor, DateTimeOffset now, Func<string, string> nameOfWard)
    {
        if (!actor.IsMember && !IsCalledIn(before, action, actor))
        {
            return new Outcome.Refused($"This is for the people of {Possessive.Of(nameOfWard(before.WardId))} channel.");
        }

        if (before.Findings.Alarm is not null && !actor.MayCloseAlarms && action is Resolve or Dismiss && before.IsOpen)
        {
            return new Outcome.Refused($"Someone may be at risk, so only {actor.ClosesAlarms} can close this one.");
        }

        return action switch
        {
            Claim => OnClaim(before, actor, now),
            Assign assign => OnAssign(before, assign.To, actor, now),
            Release => OnRelease(before, actor, now),
            Resolve resolve => OnResolve(before, resolve.Note, actor, now),
            Reopen reopen => OnReopen(before, reopen.Note, actor, now),
            Move move => OnMove(before, move.WardId, actor, now, nameOfWard),
            Dismiss dismiss => OnDismiss(before, dismiss.Reason, actor, now),
            Correct correct => OnCorrect(before, correct.To, actor, now),
            Confirm => OnConfirm(before, actor, now),
            HandToPals hand => OnPals(before, hand.Why, actor, now),
            AcknowledgeByPals => OnAcknowledged(before, actor, now),
            NotYetByPals => OnNotYet(before, actor, now),
            TakeBackFromPals back => OnNotForPals(before, back.Why, actor, now),
            Thank thank => OnThank(before, thank.Line, actor, now),
            TakeOut takeOut => OnTakeOut(before, takeOut, actor, now),
            PutBack back => OnPutBack(before, back.Topic, actor, now),
            RaiseAlarm raise => OnRaise(before, raise.Why, actor, now),
            LiftAlarm lift => OnLift(before, lift.Why, actor, now),

            // Whatever the state: who fixed it often replies afterwards, and a colleague may have more to say.
            Reply => Left(before, before, CaseEventKind.Replied, actor, now),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action the state machine doesn't know."),
        };
    }

    private static Outcome OnClaim(Case before, Actor actor, DateTimeOffset now) => before.State switch
    {
        New => Left(before, Claimed(before, actor.Person, now), CaseEventKind.Claimed, actor, now),
        CaseState.Claimed when actor.Person.Is(before.Claimer) => new Outcome.Refused("You already have this one."),
        CaseState.Claimed => new Outcome.Refused($"{Holder(before)} already has this one."),
        _ => Closed(before),
    };

    private static Outcome OnAssign(Case before, Person to, Actor actor, DateTimeOffset now) => before.State switch
    {
        CaseState.Claimed when to.Is(before.Claimer) => new Outcome.Refused($"{Holder(before)} already has this one."),
        New or CaseState.Claimed => Left(before, Claimed(before, to, now), CaseEventKind.Assigned, actor, now, e => e with { Assignee = to }),
        _ => Closed(before),
    };

    private static Outcome OnRelease(Case before, Actor actor, DateTimeOffset now) => before.State switch
    {
        CaseState.Claimed when actor.IsBoss || actor.Person.Is(before.Claimer) =>
            Left(before, Emptied(before), CaseEventKind.Released, actor, now),
        CaseState.Claimed => new Outcome.Refused($"Only {Holder(before)} or a boss can release this one."),
        New => new Outcome.Refused("Nobody has this one, so there is nothing to release."),
        _ => Closed(before),
    };

    private static Outcome OnResolve(Case before, string note, Actor actor, DateTimeOffset now) => before.State switch
    {
        New or CaseState.Claimed when string.IsNullOrWhiteSpace(note) => new Outcome.Refused("Please say what was done, then press Resolve again."),
        New or CaseState.Claimed => Left(before, before with { State = Resolved, ClosedAt = now }, CaseEventKind.Resolved, actor, now, e => e with { Note = note.Trim() }),
        _ => Closed(before),
    };

    private static Outcome OnReopen(Case before, string note, Actor actor, DateTimeOffset now) => before.State switch
    {
        Resolved or Dismissed when string.IsNullOrWhiteSpace(note) => new Outcome.Refused("Please say why it needs another look, then press Reopen again."),
        Resolved or Dismissed => Left(before, Emptied(before), CaseEventKind.Reopened, actor, now, e => e with { Note = note.Trim() }),
        _ => new Outcome.Refused("This one is still open."),
    };

    private static Outcome OnMove(Case before, string wardId, Actor actor, DateTimeOffset now, Func<string, string> nameOfWard)
    {
        if (before.State == Resolved)
        {
            return new Outcome.Refused("This one is resolved. Reopen it first if another ward should look.");
        }

        return string.Equals(wardId, before.WardId, StringComparison.OrdinalIgnoreCase)
            ? new Outcome.Refused($"This one is already with {nameOfWard(wardId)}.")
            : Left(before, Emptied(before) with { WardId = wardId, TakenOut = [], AgainAfter = null }, CaseEventKind.Moved, actor, now, e => e with { FromWardId = before.WardId });
    }

    /// <summary>Why nothing can be done with it where it was.</summary>
    public static string MovedTo(string ward) => $"This one was moved to {ward}.";

    private static Outcome OnDismiss(Case before, string reason, Actor actor, DateTimeOffset now) => before.State switch
    {
        New or CaseState.Claimed when !actor.IsFixer && !actor.IsBoss && before.Findings.Alarm is null => new Outcome.Refused("Only this ward's fixers and bosses can dismiss."),
        New or CaseState.Claimed when string.IsNullOrWhiteSpace(reason) => new Outcome.Refused("Please give a reason, then press Dismiss again."),
        New or CaseState.Claimed => Left(before, before with { State = Dismissed, ClosedAt = now }, CaseEventKind.Dismissed, actor, now, e => e with { Note = reason.Trim() }),
        _ => Closed(before),
    };

    private static Outcome OnThank(Case before, string? line, Actor actor, DateTimeOffset now) => before.Findings.Reading.Tone switch
    {
        _ when !actor.IsBoss => new Outcome.Refused("Only bosses can send a thank you from here."),
        Tone.Compliment or Tone.Mixed => Left(before, before with { ThankedBy = actor.Person }, CaseEventKind.Thanked, actor, now, e => e with { Note = line }),
        _ => new Outcome.Refused("This one isn't read as praise. If it is, press More on its card and correct that first."),
    };

    private static Outcome OnCorrect(Case before, Correction to, Actor actor, DateTimeOffset now)
    {
        var read = before.Findings.Reading;
        if (!to.Changes(read))
        {
            return new Outcome.Refused(read.Doubtful.Count == 0 ? "That is how it is read already." : $"That is how it is read already. If it is right, press “{Confirm.Title(read.Doubtful)}”.");
        }

        var after = Corrected(before, to);
        return Left(before, after, CaseEventKind.Corrected, actor, now, e => e with { Note = $"{InWords(after)}{Was}{InWords(before)})" });
    }

    private static Case Corrected(Case one, Correction to)
    {
        var reading = to.Of(one.Findings.Reading);
        return one with { Findings = one.Findings with { Reading = reading }, IsCorrected = reading.First is not null };
    }

    private static Outcome OnConfirm(Case before, Actor actor, DateTimeOffset now)
    {
        var read = before.Findings.Reading;
        return read.Doubtful is { Count: > 0 } doubtful
            ? Left(before, before with { Findings = before.Findings with { Reading = read.Confirmed() } }, CaseEventKind.Confirmed, actor, now, e => e with { Note = ToneSentence.List(doubtful) })
            : new Outcome.Refused("Nothing is doubtful any more about how this one is read.");
    }

    private static string InWords(Case one) => ToneSentence.Of(one.Findings.Reading) is { Length: > 0 } words ? words : "Neither complaint nor praise";

    private static Outcome OnPals(Case before, string why, Actor actor, DateTimeOffset now) =>
        before.Pals is not null ? new Outcome.Refused("PALS has this one already.")
        : string.IsNullOrWhiteSpace(why) ? new Outcome.Refused("Please say why PALS should have it, then press Hand over to PALS again.")
        : Left(before, before with { Pals = new PalsClock(now) }, CaseEventKind.HandedToPals, actor, now, e => e with { Note = why.Trim() });

    private static Outcome OnAcknowledged(Case before, Actor actor, DateTimeOffset now) => before.Pals switch
    {
        null => new Outcome.Refused("Nobody has handed this one over to PALS."),
        { AcknowledgedAt: not null } => new Outcome.Refused("PALS has acknowledged this one already."),
        { } clock => Left(before, before with { Pals = clock with { AcknowledgedAt = now } }, CaseEventKind.PalsAcknowledged, actor, now),
    };

    private static Outcome OnNotYet(Case before, Actor actor, DateTimeOffset now) => before.Pals is { AcknowledgedAt: not null } clock
        ? Left(before, before with { Pals = clock with { AcknowledgedAt = null } }, CaseEventKind.PalsNotYet, actor, now)
        : new Outcome.Refused("Nobody has said that PALS has acknowledged this one.");

    private static Outcome OnNotForPals(Case before, string why, Actor actor, DateTimeOffset now) => before.Pals switch
    {
        null => new Outcome.Refused("PALS doesn't have this one."),
        { AcknowledgedAt: not null } => new Outcome.Refused("PALS has acknowledged this one, so it stays with PALS."),
        _ when string.IsNullOrWhiteSpace(why) => new Outcome.Refused("Please say why it isn't for PALS, then press Not for PALS after all again."),
        _ => Left(before, before with { Pals = null }, CaseEventKind.PalsTakenBack, actor, now, e => e with { Note = why.Trim() }),
    };

    private static Outcome OnTakeOut(Case before, TakeOut takeOut, Actor actor, DateTimeOffset now) =>
        !before.IsOpen ? Closed(before)
        : before.TakenOut.Contains(takeOut.Topic) ? new Outcome.Refused("Somebody has said already that this one isn't the same problem.")
        : !takeOut.IsInPattern ? new Outcome.Refused("This one isn't counted with other people's complaints any more.")
        : Left(before, before with { TakenOut = [.. before.TakenOut, takeOut.Topic] }, CaseEventKind.TakenOut, actor, now, e => e with { Note = ToneNames.Of(takeOut.Topic) });

    private static Outcome OnPutBack(Case before, Topic topic, Actor actor, DateTimeOffset now) =>
        !before.IsOpen ? Closed(before)
        : !before.TakenOut.Contains(topic) ? new Outcome.Refused("This one counts as the same problem already.")
        : Left(before, before with { TakenOut = [.. before.TakenOut.Where(t => t != topic)] }, CaseEventKind.PutBack, actor, now, e => e with { Note = ToneNames.Of(topic) });

    private static Outcome OnRaise(Case before, string why, Actor actor, DateTimeOffset now) =>
        before.Findings.Alarm is not null ? new Outcome.Refused("This one is marked already: someone may be at risk.")
        : !before.IsOpen ? Closed(before)
        : string.IsNullOrWhiteSpace(why) ? new Outcome.Refused("Please say what you noticed, then press the button again.")
        : Left(before, before with { Findings = before.Findings with { Alarm = Alarm.OfStaff } }, CaseEventKind.AlarmRaised, actor, now, e => e with { Note = why.Trim() });

    private static Outcome OnLift(Case before, string why, Actor actor, DateTimeOffset now) => before.Findings.Alarm switch
    {
        null => new Outcome.Refused(before.LiftedAlarm is null ? "Nothing here says that somebody is at risk." : "Somebody has said already that nobody is at risk."),
        _ when !actor.MayCloseAlarms => new Outcome.Refused($"Only {actor.ClosesAlarms} can say that nobody is at risk."),
        _ when string.IsNullOrWhiteSpace(why) => new Outcome.Refused("Please choose why nobody is at risk, then press the button again."),
        { } alarm => Left(
            before, before with { Findings = before.Findings with { Alarm = null }, LiftedAlarm = alarm }, CaseEventKind.AlarmLifted, actor, now, e => e with { Note = why.Trim() }),
    };

    /// <summary>Praise and the view over several cases come from above, and what must not wait is closed by people of no ward: neither need be in the channel.</summary>
    private static bool IsCalledIn(Case before, CaseAction action, Actor actor) => action switch
    {
        Thank or TakeOut or PutBack => actor.IsBoss,
        RaiseAlarm => actor.IsBoss || actor.MayCloseAlarms,
        LiftAlarm => true, // It says itself who may.
        Resolve or Dismiss => before.Findings.Alarm is not null && actor.MayCloseAlarms,
        _ => false,
    };

    private static Outcome.Changed Left(
        Case before,
        Case after,
        CaseEventKind kind,
        Actor? actor,
        DateTimeOffset now,
        Func<CaseEvent, CaseEvent>? detail = null)
    {
        var next = after with { Version = before.Version + 1, ChangedAt = now };
        var left = new CaseEvent(next.Id, next.Version, kind, actor?.Person, now, next.WardId);
        return new Outcome.Changed(next, detail is null ? left : detail(left));
    }

    private static Case Claimed(Case before, Person claimer, DateTimeOffset now) =>
        before with { State = CaseState.Claimed, Claimer = claimer, ClaimedAt = now };

    private static Case Emptied(Case before) =>
        before with { State = New, Claimer = null, ClaimedAt = null, ClosedAt = null };

    private static Outcome.Refused Closed(Case before) => new(before.State == Resolved
        ? "This one is already resolved."
        : "This one was dismissed. Reopen it first if it needs another look.");

    private static string Holder(Case before) => before.Claimer?.Name ?? "Someone";
}
