using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using FeedbackBot.Triage;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>What deserves attention, as it is stored: what is to be weighed, patterns, and what is brought to people.</summary>
public sealed class Attention(FeedbackDatabase database, CaseStore cases, OutboxSignal outbox, WeighingSignal weighing)
{
    private const int EnoughForACard = 4 * PatternLine.ManyPeople;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>Cases to which something happened since they were last weighed: what must not wait first, then the oldest.</summary>
    public async Task<IReadOnlyList<CaseFile>> UnweighedAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var ids = await context.Cases.Where(c => c.IsUnweighed).OrderBy(c => c.Alarm == null).ThenBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(cancellationToken);
        var files = ids.Count == 0 ? [] : (await cases.FilesAsync(ids, cancellationToken)).ToDictionary(f => f.Case.Id);
        return [.. ids.Where(files.ContainsKey).Select(id => files[id])];
    }

    /// <summary>
    /// Of the case's ward, what may be about the same: open complaints whose posts were written around the time of its post, what was resolved a while before it, and what
    /// it is said to come again after.
    /// </summary>
    /// <param name="window">How far apart open ones may be.</param>
    /// <param name="again">How long before its post a case was resolved at most.</param>
    /// <param name="except">Ids of open cases that needn't be read.</param>
    public async Task<IReadOnlyList<Complaint>> ComplaintsAsync(
        CaseFile file, TimeSpan window, TimeSpan again, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var (id, wardId, known, at) = (file.Case.Id, file.Case.WardId, file.Case.AgainAfter, file.Post.PostedAt);
        var (from, to, resolvedFrom) = (at - window, at + window, at - again);
        await using var context = database.Open();
        var ids = await context.Cases
            .Where(c => c.WardId == wardId && c.Id != id && (c.Tone == Tone.Complaint || c.Tone == Tone.Mixed))
            .Join(context.Posts, c => c.Id, p => p.Id, (c, p) => new { Case = c, p.PostedAt })
            .Where(x => ((x.Case.State == CaseState.New || x.Case.State == CaseState.Claimed) && x.PostedAt >= from && x.PostedAt <= to && !except.Contains(x.Case.Id))
                || (x.Case.State == CaseState.Resolved && x.Case.ClosedAt >= resolvedFrom && x.Case.ClosedAt < at)
                || x.Case.Id == known)
            .Select(x => x.Case.Id).ToListAsync(cancellationToken);
        return [.. (await cases.FilesAsync(ids, cancellationToken)).SelectMany(Weigher.ComplaintsOf)];
    }

    /// <summary>Patterns that haven't ended: the ward's, and those with the case in them.</summary>
    public async Task<IReadOnlyList<Pattern>> PatternsOfAsync(string wardId, string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var alive = context.Patterns.Where(p => p.EndedAt == null);
        return await PatternsAsync(await alive.Where(p => p.WardId == wardId).Union(alive.With(caseId)).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>With whose cases the case was in a pattern of this ward that ended because nobody added to it: of each topic their ids.</summary>
    public async Task<ILookup<Topic, string>> LapsedWithAsync(string wardId, string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var ended = await context.Patterns.Where(p => p.WardId == wardId && p.EndedAt != null && p.WhyEnded!.StartsWith(PatternFinder.Lapsed)).With(caseId).ToListAsync(cancellationToken);
        return ended.SelectMany(p => AttentionRows.IdsIn(p).Select(id => (p.Topic, Id: id))).ToLookup(p => p.Topic, p => p.Id);
    }

    /// <summary>The patterns that haven't ended and that a case belongs to, as its card shows them.</summary>
    public async Task<IReadOnlyList<Pattern>> PatternsOfAsync(Case @case, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var rows = await context.Patterns.Where(p => p.EndedAt == null && p.WardId == @case.WardId).With(@case.Id).OrderBy(p => p.Topic).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        // Of a large pattern a card says no more than its first cases tell.
        var (ids, belonging) = (rows.ToDictionary(r => r.Id, AttentionRows.IdsIn), new List<Pattern>());
        var first = await ReadAsync([.. ids.Values.SelectMany(i => i.Take(EnoughForACard)).Append(@case.Id).Distinct()], cancellationToken);
        foreach (var row in rows)
        {
            var all = ids[row.Id];
            var pattern = Of(row, all.Take(EnoughForACard).Append(@case.Id), first);
            pattern = all.Count > EnoughForACard && Pattern.PeopleIn(pattern!.Belonging) < PatternLine.ManyPeople ? await PatternAsync(row, all, cancellationToken) : pattern;
            if (pattern!.Belonging.Any(c => c.CaseId == @case.Id))
            {
                belonging.Add(pattern with { Complaints = pattern.Belonging });
            }
        }

        return belonging;
    }

    /// <summary>Patterns that haven't ended, and whose messages are to be brought up to date by now.</summary>
    /// <param name="all">Those, too, that may have ended by themselves.</param>
    public async Task<IReadOnlyList<Pattern>> DuePatternsAsync(DateTimeOffset now, bool all, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await PatternsAsync(await context.Patterns.Where(p => p.EndedAt == null && (all || p.TellAt <= now)).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>A pattern, ended or not, for its card; null where there is none.</summary>
    public async Task<Pattern?> PatternAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Patterns.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } row ? await PatternAsync(row, cancellationToken) : null;
    }

    public async Task<EscalationRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Escalations.FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
    }

    /// <summary>Whose card stands for it in its ward: its case, or the newest of its pattern.</summary>
    public async Task<string> CaseOfAsync(EscalationRow escalation, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return (await AttentionRows.CasesOfAsync(context, [escalation], cancellationToken))[escalation.Id];
    }

    /// <summary>What was brought to people for a case, patterns left out.</summary>
    public async Task<IReadOnlyList<Escalation>> OfCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return [.. (await context.Escalations.Where(e => e.Subject == caseId).ToListAsync(cancellationToken)).Select(e => e.ToEscalation())];
    }

    /// <summary>Escalations whose next step may be due.</summary>
    /// <param name="all">Those, too, that can wait.</param>
    public async Task<IReadOnlyList<EscalationRow>> DueAsync(DateTimeOffset now, bool all, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Escalations.Where(e => e.LookAgainAt != null && e.LookAgainAt <= now && (all || e.Kind == EscalationKind.MustNotWait))
            .OrderBy(e => e.Kind != EscalationKind.MustNotWait).ThenBy(e => e.LookAgainAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ids of those who have heard of an escalation, or are about to.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string escalationId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await AttentionRows.ToldAsync(context, escalationId, cancellationToken);
    }

    /// <summary>The messages by which people were told of an escalation.</summary>
    public async Task<IReadOnlyList<EscalationCardRow>> MessagesAsync(string escalationId, string personId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.EscalationCards.Where(c => c.EscalationId == escalationId && c.PersonId == personId).ToListAsync(cancellationToken);
    }

    /// <summary>Commits what weighing found. Of a case that changed meanwhile, or that another instance has weighed, nothing is: it is weighed again as it is then.</summary>
    public Task WeighedAsync(Weighing weighed, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(context => Weighings.TakeAsync(context, weighed, now, cancellationToken), cancellationToken);

    /// <summary>Ids of those for whom a message about an escalation still waits to be sent.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string escalationId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await AttentionRows.WaitingAsync(context, escalationId, cancellationToken);
    }

    /// <summary>Who has claimed the case themselves since then and still has it; null where nobody has, or somebody else gave it them.</summary>
    /// <param name="asItReads">A claim of before an edit says nothing.</param>
    public async Task<Person?> WhoClaimedAsync(string caseId, DateTimeOffset since, bool asItReads, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var last = context.CaseEvents
            .Where(e => e.CaseId == caseId && (e.Kind == CaseEventKind.Claimed || e.Kind == CaseEventKind.Assigned || (asItReads && e.Kind == CaseEventKind.Edited)))
            .OrderByDescending(e => e.Version).Select(e => new { e.Kind, e.At });
        var row = await context.Cases.FirstOrDefaultAsync(c => c.Id == caseId && c.State == CaseState.Claimed, cancellationToken);
        return row is not null && await last.FirstOrDefaultAsync(cancellationToken) is { Kind: CaseEventKind.Claimed } claimed && claimed.At >= since ? row.ToCase().Claimer : null;
    }

    /// <summary>An escalation stays as it is, and is looked at again.</summary>
    /// <param name="rungAt">From when on the last rung has its time.</param>
    public Task LookAgainAsync(EscalationRow before, DateTimeOffset at, DateTimeOffset? rungAt, CancellationToken cancellationToken) => WriteAsync(
        context => context.Escalations.Where(e => e.Id == before.Id && e.Version == before.Version)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.RungAt, rungAt).SetProperty(e => e.LookAgainAt, at), cancellationToken),
        cancellationToken);

    /// <summary>Looks again at all that isn't done: at the start, and whenever others may answer for it. Not at what is old and nobody has taken: whoever is new needn't hear of years at once.</summary>
    /// <returns>False when somebody was faster: it is to be tried again.</returns>
    public Task<bool> LookAtAllAgainAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lately = now - Lately;
        return WriteAsync(
            context => context.Escalations
                .Where(e => e.State != EscalationState.Done && e.LookAgainAt == null && (e.Kind == EscalationKind.MustNotWait || e.State == EscalationState.Taken || e.OpenedAt >= lately))
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.LookAgainAt, now), cancellationToken),
            cancellationToken);
    }

    /// <summary>Commits an escalation's next step by itself, if nobody acted meanwhile.</summary>
    public Task SteppedAsync(EscalationRow before, EscalationStep step, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            var row = await context.Escalations.AsTracking().FirstOrDefaultAsync(e => e.Id == before.Id && e.Version == before.Version, cancellationToken);
            if (row is null)
            {
                return;
            }

            row.LookAgainAt = step.LookAgainAt;
            var (isReopened, isTold) = (row.State != step.Escalation.State, step.Tell.Count + step.Remind.Count > 0);
            if (isTold || step.Escalation != row.ToEscalation())
            {
                row.Take(step.Escalation);
            }

            if (isReopened)
            {
                await AttentionRows.RefreshAsync(context, row.Id, now, cancellationToken);
            }
            else if (row.Version != before.Version)
            {
                // How far it has climbed stands on no message: those that are up to date stay so, and no reminder has all before it edited.
                await context.EscalationCards.Where(c => c.EscalationId == row.Id && c.ShownVersion == before.Version)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.ShownVersion, row.Version), cancellationToken);
            }

            if (isTold)
            {
                // Whoever has a message already, from the ward where the case was before, has it brought up to date instead.
                var told = await AttentionRows.ToldAsync(context, row.Id, cancellationToken);

                // While Teams takes nothing one reminder waits, and not one for every ten minutes.
                var waiting = await AttentionRows.WaitingAsync(context, row.Id, cancellationToken);
                foreach (var person in step.Tell.Except(told, StringComparer.OrdinalIgnoreCase).Concat(step.Remind.Except(waiting, StringComparer.OrdinalIgnoreCase)))
                {
                    context.Outbox.Add(OutboxRows.Of(
                        OutboxEntry.ToLane(Lane.OfPerson(person), new Intention.TellEscalation(row.Id, person), key: AttentionRows.TellKey(row.Id, $"{row.Version}", person)), now));
                }
            }
        },
        cancellationToken);

    /// <summary>Commits what a person did, if the escalation still is at this version.</summary>
    /// <returns>False when someone else was faster.</returns>
    public async Task<bool> TryCommitAsync(EscalationRow before, Escalation after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var done = false;
        var written = await WriteAsync(
            async context =>
            {
                var row = await context.Escalations.AsTracking().FirstOrDefaultAsync(e => e.Id == before.Id && e.Version == before.Version, cancellationToken);
                done = row is not null;
                if (row is not null)
                {
                    row.Take(after);
                    row.LookAgainAt = after.State == EscalationState.Open ? now : null;
                    await AttentionRows.RefreshAsync(context, row.Id, now, cancellationToken);
                }
            },
            cancellationToken);
        weighing.Set();
        return written && done;
    }

    /// <summary>A pattern's time has come: its messages show how it stands, or it has ended.</summary>
    public Task PatternAsync(Pattern pattern, PatternChange.Ended? ended, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            if (ended is not null)
            {
                await AttentionRows.TakeAsync(context, ended, now, cancellationToken);
                await ChangedCases.ShowAsync(context, [.. PatternLine.Changed(pattern, null)], now, cancellationToken);
                return;
            }

            await AttentionRows.SaveAsync(context, PatternFinder.Told(pattern, now), null, cancellationToken);
            await AttentionRows.ShowPatternAsync(context, pattern.Id, now, cancellationToken);
        },
        cancellationToken);

    private async Task<IReadOnlyList<Pattern>> PatternsAsync(IEnumerable<PatternRow> rows, CancellationToken cancellationToken)
    {
        var patterns = new List<Pattern>();
        foreach (var ward in rows.Select(r => (Row: r, Ids: AttentionRows.IdsIn(r))).GroupBy(p => p.Row.WardId))
        {
            // Who complains of several things is in several patterns, and is read once.
            var read = await ReadAsync([.. ward.SelectMany(p => p.Ids).Distinct()], cancellationToken);
            patterns.AddRange(ward.Select(p => Of(p.Row, p.Ids, read)).OfType<Pattern>());
        }

        return patterns;
    }

    private Task<Pattern?> PatternAsync(PatternRow row, CancellationToken cancellationToken) => PatternAsync(row, AttentionRows.IdsIn(row), cancellationToken);

    private async Task<Pattern?> PatternAsync(PatternRow row, List<string> ids, CancellationToken cancellationToken) => Of(row, ids, await ReadAsync(ids, cancellationToken));

    private async Task<IReadOnlyList<(CaseFile File, List<Complaint> Complaints)>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        [.. (await cases.FilesAsync(ids, cancellationToken)).Select(f => (f, Weigher.ComplaintsOf(f).ToList()))];

    /// <param name="ids">Of its cases, or of some.</param>
    private static Pattern? Of(PatternRow row, IEnumerable<string> ids, IReadOnlyList<(CaseFile File, List<Complaint> Complaints)> read)
    {
        var its = ids.ToHashSet(StringComparer.Ordinal);
        var complaints = read.Where(r => its.Contains(r.File.Case.Id)).SelectMany(r => r.Complaints.Where(c => c.Topic == row.Topic).DefaultIfEmpty(Left(r.File, row))).ToList();
        return complaints.Count == 0 ? null : new Pattern(row.Id, row.RuleVersion, complaints, row.OpenedAt, row.ToldAt) { TellAt = row.TellAt, WardId = row.WardId };
    }

    /// <summary>It was corrected, or edited, and isn't one any more: weighing takes it out.</summary>
    private static Complaint Left(CaseFile file, PatternRow row) =>
        new(file.Case.Id, row.WardId, row.Topic, $"case:{file.Case.Id}", null, 0, file.Post.PostedAt) { IsOpen = file.Case.IsOpen, IsTakenOut = true };

    /// <returns>False when somebody was faster: nothing was written, and what is to be done is found again.</returns>
    private async Task<bool> WriteAsync(Func<FeedbackContext, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(work, cancellationToken);
        }
        catch (Exception fault) when (Conflict.IsOvertaken(fault))
        {
            return false;
        }

        outbox.Set();
        return true;
    }
}
