using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Writes patterns and what is brought to people, inside someone's transaction.</summary>
internal static class AttentionRows
{
    /// <summary>The cases of a pattern.</summary>
    public static List<string> IdsIn(PatternRow row) => JsonSerializer.Deserialize<List<string>>(row.Complaints)!;

    /// <summary>Patterns with this case in them; where the database looks, ids stand in JSON.</summary>
    public static IQueryable<PatternRow> With(this IQueryable<PatternRow> patterns, string caseId)
    {
        var written = JsonSerializer.Serialize(caseId);
        return patterns.Where(p => p.Complaints.Contains(written));
    }

    public static async Task BringAsync(FeedbackContext context, Escalation escalation, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await context.Escalations.AnyAsync(e => e.Id == escalation.Id, cancellationToken))
        {
            var row = EscalationRow.Of(escalation, why);
            row.LookAgainAt = now;
            context.Escalations.Add(row);
        }
    }

    /// <summary>A pattern as it is from now on, with what is brought to people for it.</summary>
    public static async Task TakeAsync(FeedbackContext context, PatternChange change, DateTimeOffset now, CancellationToken cancellationToken)
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
            case PatternChange.Left left:
                // Messages that show a case are brought up to date with it, whatever happens to it.
                await SaveAsync(context, PatternFinder.Told(left.Pattern, now), null, cancellationToken);
                break;
            default:
                await SaveAsync(context, change.Pattern, null, cancellationToken);
                break;
        }
    }

    public static async Task SaveAsync(FeedbackContext context, Pattern pattern, string? whyEnded, CancellationToken cancellationToken, DateTimeOffset? endedAt = null)
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
    public static async Task RefreshAsync(FeedbackContext context, string escalationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What is shown may have changed without the escalation: its case, its pattern, the way to a card. A message that is on its way shows an older version then, too.
        // One that is tracked here has changed, and so has its version.
        if (context.Escalations.Local.All(e => e.Id != escalationId))
        {
            await context.Escalations.Where(e => e.Id == escalationId).ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
        }

        context.Outbox.AddRange((await ToldAsync(context, escalationId, cancellationToken))
            .Select(p => OutboxRows.Of(OutboxEntry.ToLane(Lane.OfPerson(p), new Intention.RefreshEscalation(escalationId, p)), now)));
    }

    /// <summary>Messages about a case that were faster than its card have to lead to it.</summary>
    public static async Task LeadToAsync(FeedbackContext context, string caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ofPatterns = context.Patterns.Where(p => p.EndedAt == null).With(caseId).Select(p => p.Id);
        foreach (var id in await context.Escalations.Where(e => e.Subject == caseId || ofPatterns.Contains(e.Subject)).Select(e => e.Id).ToListAsync(cancellationToken))
        {
            await RefreshAsync(context, id, now, cancellationToken);
        }
    }

    /// <summary>Who has a message about it, or is being sent one right now: in their lane whatever follows comes after it.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(FeedbackContext context, string escalationId, CancellationToken cancellationToken)
    {
        var people = await context.EscalationCards.Where(c => c.EscalationId == escalationId).Select(c => c.PersonId).ToListAsync(cancellationToken);
        return [.. people.Concat(await PeopleAsync(Telling(context, escalationId), cancellationToken)).Distinct()];
    }

    /// <summary>For whom a message about it still waits to be sent.</summary>
    public static Task<IReadOnlyList<string>> WaitingAsync(FeedbackContext context, string escalationId, CancellationToken cancellationToken) =>
        PeopleAsync(Telling(context, escalationId).Where(o => o.State == OutboxState.Waiting), cancellationToken);

    /// <summary>Where the case has gone its escalations follow, and its new ward's bosses hear first. What must not wait climbs on: it has people of its own.</summary>
    public static async Task FollowAsync(FeedbackContext context, Case @case, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in await context.Escalations.AsTracking().Where(e => e.Subject == @case.Id && e.State != EscalationState.Done && e.WardId != @case.WardId).ToListAsync(cancellationToken))
        {
            row.WardId = @case.WardId;
            if (row.Kind == EscalationKind.MustNotWait)
            {
                row.Version++;
                continue;
            }

            // Who was going is a boss of the ward where it was, and may not even see it any more.
            row.Take(row.ToEscalation() with { State = EscalationState.Open, TakenBy = null, TakenAt = null, Rungs = 0, RungAt = null });
            row.LookAgainAt = now;
        }
    }

    private static IQueryable<OutboxRow> Telling(FeedbackContext context, string escalationId) =>
        context.Outbox.Where(o => o.Key != null && o.Key.StartsWith($"tell:{escalationId}:"));

    private static async Task<IReadOnlyList<string>> PeopleAsync(IQueryable<OutboxRow> telling, CancellationToken cancellationToken) =>
        [.. (await telling.Select(o => o.Key!).ToListAsync(cancellationToken)).Select(key => key[(key.LastIndexOf(':') + 1)..]).Distinct()];
}
