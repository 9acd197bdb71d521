using System.Text.Json;
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
    /// <summary>Cases to which something happened since they were last weighed, the oldest first.</summary>
    public async Task<IReadOnlyList<CaseFile>> UnweighedAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var ids = await context.Cases.Where(c => c.IsUnweighed).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await cases.FilesAsync(ids, cancellationToken);
    }

    /// <summary>The ward's complaints that are open, or were resolved since.</summary>
    public async Task<IReadOnlyList<Complaint>> ComplaintsAsync(string wardId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var ids = await context.Cases
            .Where(c => c.WardId == wardId && (c.Tone == Tone.Complaint || c.Tone == Tone.Mixed))
            .Where(c => c.State == CaseState.New || c.State == CaseState.Claimed || (c.State == CaseState.Resolved && c.ChangedAt >= since))
            .Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. (await cases.FilesAsync(ids, cancellationToken)).SelectMany(Weigher.ComplaintsOf)];
    }

    /// <summary>Patterns that haven't ended: the ward's, and those with the case in them.</summary>
    public async Task<IReadOnlyList<Pattern>> PatternsOfAsync(string wardId, string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var rows = await context.Patterns.Where(p => p.EndedAt == null).ToListAsync(cancellationToken);
        return await PatternsAsync(rows.Where(r => r.WardId == wardId || IdsIn(r).Contains(caseId)), cancellationToken);
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

    /// <summary>What was brought to people for a case, patterns left out.</summary>
    public async Task<IReadOnlyList<Escalation>> OfCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return [.. (await context.Escalations.Where(e => e.Subject == caseId).ToListAsync(cancellationToken)).Select(e => e.ToEscalation())];
    }

    /// <summary>Open escalations whose next step may be due.</summary>
    public async Task<IReadOnlyList<EscalationRow>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Escalations.Where(e => e.LookAgainAt != null && e.LookAgainAt <= now).OrderBy(e => e.LookAgainAt).ToListAsync(cancellationToken);
    }

    /// <summary>The messages by which people were told of an escalation.</summary>
    public async Task<IReadOnlyList<EscalationCardRow>> MessagesAsync(string escalationId, string personId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.EscalationCards.Where(c => c.EscalationId == escalationId && c.PersonId == personId).ToListAsync(cancellationToken);
    }

    /// <summary>Commits what weighing found. A case that changed meanwhile stays to be weighed again.</summary>
    public Task WeighedAsync(Weighing weighed, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            foreach (var (escalation, why) in weighed.New)
            {
                await BringAsync(context, escalation, why, now, cancellationToken);
            }

            foreach (var change in weighed.Patterns)
            {
                await TakeAsync(context, change, now, cancellationToken);
            }

            await FollowAsync(context, weighed.Case, now, cancellationToken);
            foreach (var closed in weighed.Closed)
            {
                var row = await context.Escalations.AsTracking().SingleAsync(e => e.Id == closed.Id, cancellationToken);
                row.LookAgainAt = null;
                row.Take(closed);
            }

            foreach (var id in weighed.Shown)
            {
                await RefreshAsync(context, id, now, cancellationToken);
            }

            await context.Cases.Where(c => c.Id == weighed.Case.Id && c.Version == weighed.Case.Version)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.IsUnweighed, false), cancellationToken);
        },
        cancellationToken);

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
            if (step.Tell.Count + step.Remind.Count > 0)
            {
                row.Take(step.Escalation);
                // Whoever has a message already, from the ward where the case was before, has it brought up to date instead.
                var told = await ToldAsync(context, row.Id, cancellationToken);
                foreach (var person in step.Tell.Except(told, StringComparer.OrdinalIgnoreCase).Concat(step.Remind))
                {
                    context.Outbox.Add(OutboxRows.Of(OutboxEntry.ToLane(Lane.OfPerson(person), new Intention.TellEscalation(row.Id, person), key: $"tell:{row.Id}:{row.Version}:{person}"), now));
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
                    await RefreshAsync(context, row.Id, now, cancellationToken);
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
                await TakeAsync(context, ended, now, cancellationToken);
                return;
            }

            await SaveAsync(context, PatternFinder.Told(pattern, now), null, cancellationToken);
            await RefreshAsync(context, $"{EscalationKind.Pattern}:{pattern.Id}", now, cancellationToken);
        },
        cancellationToken);

    private static List<string> IdsIn(PatternRow row) => JsonSerializer.Deserialize<List<string>>(row.Complaints)!;

    private static async Task BringAsync(FeedbackContext context, Escalation escalation, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await context.Escalations.AnyAsync(e => e.Id == escalation.Id, cancellationToken))
        {
            var row = EscalationRow.Of(escalation, why);
            row.LookAgainAt = now;
            context.Escalations.Add(row);
        }
    }

    private static async Task TakeAsync(FeedbackContext context, PatternChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var escalation = new Escalation(EscalationKind.Pattern, change.Pattern.Id, change.Pattern.WardId, now);
        switch (change)
        {
            case PatternChange.Opened opened:
                await SaveAsync(context, PatternFinder.Told(opened.Pattern, now), null, cancellationToken);
                await BringAsync(context, escalation, "Different people complain about the same thing in the same place.", now, cancellationToken);
                break;
            case PatternChange.Ended ended:
                await SaveAsync(context, ended.Pattern with { TellAt = null }, ended.Why, cancellationToken, now);
                var row = await context.Escalations.AsTracking().FirstOrDefaultAsync(e => e.Id == escalation.Id, cancellationToken);
                if (row is not null && EscalationMachine.Close(row.ToEscalation(), ended.Why, now) is EscalationOutcome.Changed closed)
                {
                    row.Take(closed.Escalation);
                    row.LookAgainAt = null;
                    await RefreshAsync(context, row.Id, now, cancellationToken);
                }

                break;
            default:
                await SaveAsync(context, change.Pattern, null, cancellationToken);
                break;
        }
    }

    private static async Task SaveAsync(FeedbackContext context, Pattern pattern, string? whyEnded, CancellationToken cancellationToken, DateTimeOffset? endedAt = null)
    {
        var row = await context.Patterns.AsTracking().FirstOrDefaultAsync(p => p.Id == pattern.Id, cancellationToken);
        if (row is null)
        {
            row = new PatternRow { Id = pattern.Id, WardId = pattern.WardId, Topic = pattern.Topic, RuleVersion = pattern.RuleVersion, OpenedAt = pattern.OpenedAt, Complaints = "" };
            context.Patterns.Add(row);
        }

        // Ids alone: who wrote and what is read from the posts, and is gone when those are.
        row.Complaints = JsonSerializer.Serialize(pattern.Complaints.Select(c => c.CaseId));
        (row.ToldAt, row.TellAt, row.WhyEnded, row.EndedAt) = (pattern.ToldAt, pattern.TellAt, whyEnded, endedAt);
    }

    /// <summary>Everybody who was told sees how it stands now.</summary>
    private static async Task RefreshAsync(FeedbackContext context, string escalationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What is shown may have changed without the escalation: its case, or its pattern.
        await context.EscalationCards.Where(c => c.EscalationId == escalationId).ExecuteUpdateAsync(s => s.SetProperty(c => c.ShownVersion, 0), cancellationToken);
        context.Outbox.AddRange((await ToldAsync(context, escalationId, cancellationToken))
            .Select(p => OutboxRows.Of(OutboxEntry.ToLane(Lane.OfPerson(p), new Intention.RefreshEscalation(escalationId, p)), now)));
    }

    /// <summary>Who has a message about it, or is being sent one right now: in their lane whatever follows comes after it.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(FeedbackContext context, string escalationId, CancellationToken cancellationToken)
    {
        var telling = await context.Outbox.Where(o => o.Key != null && o.Key.StartsWith($"tell:{escalationId}:")).Select(o => o.Key!).ToListAsync(cancellationToken);
        var people = await context.EscalationCards.Where(c => c.EscalationId == escalationId).Select(c => c.PersonId).ToListAsync(cancellationToken);
        return [.. people.Concat(telling.Select(key => key[(key.LastIndexOf(':') + 1)..])).Distinct()];
    }

    /// <summary>Where the case has gone its escalations follow, and its new ward's bosses hear first. What must not wait climbs on: it has people of its own.</summary>
    private static async Task FollowAsync(FeedbackContext context, Case @case, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in await context.Escalations.AsTracking().Where(e => e.Subject == @case.Id && e.State != EscalationState.Done && e.WardId != @case.WardId).ToListAsync(cancellationToken))
        {
            (row.WardId, row.Version) = (@case.WardId, row.Version + 1);
            if (row is { State: EscalationState.Open, Kind: not EscalationKind.MustNotWait })
            {
                (row.Rungs, row.RungAt, row.LookAgainAt) = (0, null, now);
            }
        }
    }

    private async Task<IReadOnlyList<Pattern>> PatternsAsync(IEnumerable<PatternRow> rows, CancellationToken cancellationToken)
    {
        var patterns = new List<Pattern>();
        foreach (var row in rows)
        {
            if (await PatternAsync(row, cancellationToken) is { } pattern)
            {
                patterns.Add(pattern);
            }
        }

        return patterns;
    }

    private async Task<Pattern?> PatternAsync(PatternRow row, CancellationToken cancellationToken)
    {
        var files = await cases.FilesAsync(IdsIn(row), cancellationToken);
        var complaints = files.SelectMany(f => Weigher.ComplaintsOf(f).Where(c => c.Topic == row.Topic).DefaultIfEmpty(Left(f, row))).ToList();
        return complaints.Count == 0 ? null : new Pattern(row.Id, row.RuleVersion, complaints, row.OpenedAt, row.ToldAt) { TellAt = row.TellAt };
    }

    /// <summary>It was corrected, or edited, and isn't one any more: weighing takes it out.</summary>
    private static Complaint Left(CaseFile file, PatternRow row) =>
        new(file.Case.Id, row.WardId, row.Topic, $"case:{file.Case.Id}", null, 0, file.Post.PostedAt) { IsOpen = file.Case.IsOpen };

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
