using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Weighs whether a case deserves a boss or the lead, each time something happened to it. Pure.</summary>
public sealed class Weigher(PatternRule rule, EscalationOptions options)
{
    /// <param name="wards">The ward's complaints that may be about the same as this case's.</param>
    /// <param name="patterns">Those that haven't ended and have this case, or are its ward's.</param>
    /// <param name="known">What was brought to people for this case before.</param>
    public Weighing Weigh(CaseFile file, IReadOnlyList<Complaint> wards, IReadOnlyList<Pattern> patterns, IReadOnlyList<Escalation> known, DateTimeOffset now)
    {
        var weighed = new Weighing(file.Case, [.. New(file, known, now)], [.. Settled(file, known, now)]) { AgainAfter = file.Case.AgainAfter };
        return options.Enabled ? Compared(weighed, file, wards, [.. patterns], now) : weighed;
    }

    /// <summary>What a case surely says against its ward: one complaint to a topic.</summary>
    public static IEnumerable<Complaint> ComplaintsOf(CaseFile file)
    {
        var (post, @case) = (file.Post, file.Case);
        var isGone = post.RemovedAt is not null;
        var spot = SpotReader.Read(post.Text);
        foreach (var topic in @case.Findings.Reading.Topics.Where(t => t.IsComplaint && t.IsSure))
        {
            // Who wrote a removed post isn't known any more: it goes on counting as one person.
            yield return new Complaint(
                @case.Id, @case.WardId, topic.Topic, isGone ? $"case:{@case.Id}" : AuthorKey.Of(post.Author), isGone ? null : AuthorKey.OfText(post.Text), topic.Severity, post.PostedAt)
            {
                Spot = spot,
                IsPlaceKnown = @case.IsPlaceKnown || file.Events.Any(e => e.Kind == CaseEventKind.Moved),
                IsOpen = @case.IsOpen,
                IsGone = isGone,
                ResolvedAt = @case.State == CaseState.Resolved ? @case.ClosedAt : null,
                IsTakenOut = @case.TakenOut.Contains(topic.Topic),
                CaseVersion = @case.Version,
            };
        }
    }

    private IEnumerable<(Escalation, string)> New(CaseFile file, IReadOnlyList<Escalation> known, DateTimeOffset now)
    {
        foreach (var (kind, why) in Deserved(file))
        {
            var isUrgent = kind == EscalationKind.MustNotWait;
            var escalation = new Escalation(kind, file.Case.Id, file.Case.WardId, now) { Round = isUrgent ? AlarmRounds.Now(file) : Round(kind, known) };
            var isWanted = isUrgent ? AlarmRounds.Rings(file) : file.Case.IsOpen && options.Enabled;
            var isThanked = kind == EscalationKind.Praise && file.Case.ThankedBy is not null;
            if (isWanted && !isThanked && known.All(e => e.Id != escalation.Id))
            {
                yield return (escalation, isUrgent ? file.Case.Findings.Alarm!.Sentence : why);
            }
        }
    }

    /// <summary>What the case ended, and no person, is brought anew where it is deserved again: it was reopened, or a wrong correction was put right.</summary>
    private static int Round(EscalationKind kind, IReadOnlyList<Escalation> known) => known.Where(e => e.Kind == kind).MaxBy(e => e.Round) switch
    {
        null => 1,
        { State: EscalationState.Done, DoneBy: null } ended => ended.Round + 1,
        var last => last.Round,
    };

    private static IEnumerable<(Escalation Before, Escalation After)> Settled(CaseFile file, IEnumerable<Escalation> known, DateTimeOffset now)
    {
        foreach (var before in known)
        {
            if ((before.Kind == EscalationKind.MustNotWait ? AlarmSettled(before, file, now) : Settled(before, file, now)) is EscalationOutcome.Changed changed)
            {
                yield return (before, changed.Escalation);
            }
        }
    }

    /// <summary>By the hand of somebody who answers for it: nobody else may lift it or close its case.</summary>
    private static EscalationOutcome? AlarmSettled(Escalation escalation, CaseFile file, DateTimeOffset now)
    {
        if (AlarmRounds.Ended(file, escalation.Round) is not { } ended)
        {
            // Whoever has seen to it hasn't seen what its author writes now.
            return AlarmRounds.Rings(file) && file.Events.LastOrDefault(e => e.Kind == CaseEventKind.Edited) is { } edit && edit.At > (escalation.DoneAt ?? escalation.TakenAt)
                ? EscalationMachine.Reopen(escalation, now)
                : null;
        }

        var why = ended.Kind == CaseEventKind.AlarmLifted ? "Nobody is at risk" : $"The case was {ended.Kind.ToString().ToLowerInvariant()}";
        return EscalationMachine.Close(escalation, $"{why}: {ended.Note}", ended.At, ended.By);
    }

    private static EscalationOutcome? Settled(Escalation escalation, CaseFile file, DateTimeOffset now)
    {
        var @case = file.Case;
        var isPraise = escalation.Kind == EscalationKind.Praise;
        var by = isPraise ? @case.ThankedBy : null;
        var why = by is not null ? $"{by.Name} said thank you."
            : @case.Findings.Reading.Tone is not Tone.Mixed and var tone && tone != (isPraise ? Tone.Compliment : Tone.Complaint) ? (IsEdited(file) ? "Its author has edited the post." : "The post was read wrongly.")
            : @case.State == CaseState.Dismissed ? "The case was dismissed."
            : @case.State == CaseState.Resolved && !isPraise ? "The case was resolved."
            : escalation is { Kind: EscalationKind.Look, State: EscalationState.Open } && Deserved(file).All(d => d.Kind != EscalationKind.Look) ? Gone(file)
            : null;
        return why is null ? null : EscalationMachine.Close(escalation, why, now, by);
    }

    private static IReadOnlyList<(EscalationKind Kind, string Why)> Deserved(CaseFile file)
    {
        var (reading, _, alarm) = file.Case.Findings;
        return Deserves.Of(reading.Tone, reading.Severity, file.Post.Photos.Count > 0, alarm is not null);
    }

    /// <summary>Why there is nothing to look at any more; null where neither X nor its author took it away.</summary>
    private static string? Gone(CaseFile file) =>
        file.Post.RemovedAt is not null ? "The post is no longer public, and its picture is gone."
        : IsEdited(file) ? "Its author has edited the post."
        : null;

    /// <summary>What it reads as now is its author's doing and no person's correction.</summary>
    private static bool IsEdited(CaseFile file) => file.Events.LastOrDefault(e => e.Kind is CaseEventKind.Edited or CaseEventKind.Corrected) is { Kind: CaseEventKind.Edited };

    /// <summary>What the case means beside others.</summary>
    private Weighing Compared(Weighing weighed, CaseFile file, IReadOnlyList<Complaint> wards, List<Pattern> patterns, DateTimeOffset now)
    {
        var complaints = ComplaintsOf(file).ToList();
        var changes = new List<PatternChange>();
        var redrawn = new HashSet<string>(StringComparer.Ordinal);
        var isElsewhere = false;
        foreach (var pattern in patterns.Where(p => Has(p, file)).ToList())
        {
            // One that was dismissed is no complaint: what was resolved goes on counting, since somebody did complain. An edit may name another spot.
            var others = pattern.Complaints.Where(c => c.CaseId != file.Case.Id).Aggregate(Spot.Anywhere, (spot, c) => spot.With(c.Spot));
            var own = complaints.Find(c => c.Topic == pattern.Topic && c.WardId == pattern.WardId && !c.IsTakenOut);
            var isContradicted = own is not null && others.Contradicts(own.Spot, own.Topic);
            var isStill = file.Case.State != CaseState.Dismissed && own is not null && !isContradicted;
            isElsewhere |= isContradicted;
            Take(isStill ? PatternFinder.Expire(pattern, rule, now) : PatternFinder.Leave(pattern, file.Case.Id, now));
        }

        // Its own card was drawn without them when it left, unless only comparing could tell.
        if (!isElsewhere)
        {
            redrawn.Remove(file.Case.Id);
        }

        var again = complaints.Exists(c => wards.Any(w => w.CaseId == file.Case.AgainAfter && w.Matches(c))) ? file.Case.AgainAfter : null;
        foreach (var complaint in complaints)
        {
            var decision = PatternFinder.Decide(complaint, patterns, wards, rule, now);
            Take(decision.Change);
            again ??= decision.AgainAfter?.CaseId;
        }

        if (again != file.Case.AgainAfter)
        {
            redrawn.Add(file.Case.Id);
        }

        return weighed with { Patterns = changes, AgainAfter = again, Redrawn = redrawn };

        void Take(PatternChange? change)
        {
            if (change is null)
            {
                return;
            }

            var isEnd = change is PatternChange.Ended;
            changes.Add(change);
            redrawn.UnionWith(PatternLine.Changed(patterns.Find(p => p.Id == change.Pattern.Id), isEnd ? null : change.Pattern));
            patterns.RemoveAll(p => p.Id == change.Pattern.Id);
            if (!isEnd)
            {
                patterns.Add(change.Pattern);
            }
        }
    }

    private static bool Has(Pattern pattern, CaseFile file) => pattern.Complaints.Any(c => c.CaseId == file.Case.Id);
}
