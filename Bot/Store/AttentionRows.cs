using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using FeedbackBot.Triage.Tones;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Writes patterns and what is brought to people, inside someone's transaction.</summary>
internal static class AttentionRows
{
    /// <summary>How the keys of all outbox rows begin that tell somebody of something.</summary>
    private const string Tells = "tell:";

    /// <summary>The cases of a pattern.</summary>
    public static List<string> IdsIn(PatternRow row) => JsonSerializer.Deserialize<List<string>>(row.Complaints)!;

    /// <summary>Patterns with this case in them; where the database looks, ids stand in JSON.</summary>
    public static IQueryable<PatternRow> With(this IQueryable<PatternRow> patterns, string caseId)
    {
        var written = JsonSerializer.Serialize(caseId);
        return patterns.Where(p => p.Complaints.Contains(written));
    }

    /// <summary>Whose card stands for each of these in its ward, by their ids: its case, or the newest of its pattern.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> CasesOfAsync(FeedbackContext context, IReadOnlyCollection<EscalationRow> escalations, CancellationToken cancellationToken)
    {
        var subjects = escalations.Where(e => e.Kind == EscalationKind.Pattern).Select(e => e.Subject).ToList();
        Dictionary<string, string> patterns = subjects.Count == 0 ? []
            : await context.Patterns.Where(p => subjects.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => IdsIn(p)[^1], cancellationToken);
        return escalations.ToDictionary(e => e.Id, e => patterns.GetValueOrDefault(e.Subject, e.Subject));
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
        var pattern = change.Pattern;
        var escalation = new Escalation(EscalationKind.Pattern, pattern.Id, pattern.WardId, now);
        var topic = ToneNames.Of(pattern.Topic);
        switch (change)
        {
            case PatternChange.Opened:
                await SaveAsync(context, PatternFinder.Told(pattern, now), null, cancellationToken);
                await BringAsync(context, escalation, $"Different people complain about {topic} in the same place.", now, cancellationToken);
                break;
            case PatternChange.Ended ended:
                await SaveAsync(context, pattern with { TellAt = null }, ended.Why, cancellationToken, now);
                if (await LastAsync(context, pattern, cancellationToken) is { } last && EscalationMachine.Close(last.ToEscalation(), ended.Why, now) is EscalationOutcome.Changed closed)
                {
                    last.Take(closed.Escalation);
                    last.LookAgainAt = null;
                }

                await ShowPatternAsync(context, pattern.Id, now, cancellationToken);
                break;
            case PatternChange.Left:
                await SaveAsync(context, PatternFinder.Told(pattern, now), null, cancellationToken);
                await ShowPatternAsync(context, pattern.Id, now, cancellationToken);
                break;
            default:
                await SaveAsync(context, pattern, null, cancellationToken);

                // Somebody went and saw to it, and it is complained of again: an edit of their old message would ring nobody.
                if (await LastAsync(context, pattern, cancellationToken) is { State: EscalationState.Done } done && pattern.LastInOwnWordsAt > done.DoneAt)
                {
                    await BringAsync(context, escalation with { Round = done.Round + 1 }, $"There are further complaints about {topic} since somebody saw to it.", now, cancellationToken);
                }

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
        // One that has changed here has another version already.
        if (context.ChangeTracker.Entries<EscalationRow>().All(e => e.Entity.Id != escalationId || e.State == EntityState.Unchanged))
        {
            await context.Escalations.Where(e => e.Id == escalationId).ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
        }

        context.Outbox.AddRange((await ToldAsync(context, escalationId, cancellationToken))
            .Select(p => OutboxRows.Of(OutboxEntry.ToLane(Lane.OfPerson(p), new Intention.RefreshEscalation(escalationId, p)), now)));
    }

    /// <summary>Messages that show a case show it as it is now, and lead to its card.</summary>
    public static Task ShowCaseAsync(FeedbackContext context, string caseId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ShowAsync(context, caseId, context.Patterns.Where(p => p.EndedAt == null), now, cancellationToken);

    /// <summary>Messages that show a case lead to its card, which stands now. Those of a pattern that has its next update before it have it then.</summary>
    public static Task ShowWayAsync(FeedbackContext context, string caseId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ShowAsync(context, caseId, context.Patterns.Where(p => p.EndedAt == null && p.TellAt == null), now, cancellationToken);

    /// <summary>The same of all messages about its patterns, also of those that ended long ago: a post's words must go from there, too.</summary>
    public static Task ShowPatternsOfAsync(FeedbackContext context, string caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var patterns = context.Patterns.With(caseId).Select(p => p.Id);
        return RefreshAsync(context, context.Escalations.Where(e => patterns.Contains(e.Subject)), now, cancellationToken);
    }

    /// <summary>All messages about a pattern show how it stands.</summary>
    public static Task ShowPatternAsync(FeedbackContext context, string patternId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RefreshAsync(context, context.Escalations.Where(e => e.Subject == patternId), now, cancellationToken);

    /// <summary>Who has a message about it, or is being sent one right now: in their lane whatever follows comes after it.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(FeedbackContext context, string escalationId, CancellationToken cancellationToken)
    {
        var people = await context.EscalationCards.Where(c => c.EscalationId == escalationId).Select(c => c.PersonId).ToListAsync(cancellationToken);
        return [.. people.Concat(await PeopleAsync(Telling(context, escalationId), cancellationToken)).Distinct()];
    }

    /// <summary>Of the outbox row that tells somebody of it.</summary>
    /// <param name="once">What it is told them for.</param>
    public static string TellKey(string escalationId, string once, string personId) => $"{TellKeys(escalationId)}{once}:{personId}";

    /// <summary>Of rows that are over, those without which everybody who was told is still known: who was mentioned has no message to be known by.</summary>
    public static IQueryable<OutboxRow> Forgettable(FeedbackContext context, IQueryable<OutboxRow> rows) =>
        rows.Where(o => o.Key == null || !context.Escalations.Any(e => e.State != EscalationState.Done && o.Key.StartsWith(Tells + e.Id + ":")));

    /// <summary>As if it had never been meant to be told to this person.</summary>
    public static Task ForgetTellingAsync(FeedbackContext context, string escalationId, string personId, CancellationToken cancellationToken)
    {
        var theirs = $":{personId}";
        return Telling(context, escalationId).Where(o => o.Key!.EndsWith(theirs)).ExecuteUpdateAsync(s => s.SetProperty(o => o.Key, (string?)null), cancellationToken);
    }

    /// <summary>For whom a message about it still waits to be sent.</summary>
    public static Task<IReadOnlyList<string>> WaitingAsync(FeedbackContext context, string escalationId, CancellationToken cancellationToken) =>
        PeopleAsync(Telling(context, escalationId).Undelivered(), cancellationToken);

    /// <summary>
    /// Where the case has gone its escalations follow, and its new ward's bosses hear first. What must not wait climbs on where it has people of its own; where they are the
    /// ward's bosses the next step tells the new ones.
    /// </summary>
    public static async Task FollowAsync(FeedbackContext context, Case @case, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in await context.Escalations.AsTracking().Where(e => e.Subject == @case.Id && e.State != EscalationState.Done && e.WardId != @case.WardId).ToListAsync(cancellationToken))
        {
            row.WardId = @case.WardId;
            if (row.Kind == EscalationKind.MustNotWait)
            {
                row.Version++;
                row.LookAgainAt = now;
                continue;
            }

            // Who was going is a boss of the ward where it was, and may not even see it any more.
            row.Take(row.ToEscalation() with { State = EscalationState.Open, TakenBy = null, TakenAt = null, Rungs = 0, RungAt = null });
            row.LookAgainAt = now;
        }
    }

    /// <summary>Brings up to date what was brought to people for a case, and for those of these patterns that it is in.</summary>
    private static Task ShowAsync(FeedbackContext context, string caseId, IQueryable<PatternRow> patterns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ofPatterns = patterns.With(caseId).Select(p => p.Id);
        return RefreshAsync(context, context.Escalations.Where(e => e.Subject == caseId || ofPatterns.Contains(e.Subject)), now, cancellationToken);
    }

    private static async Task RefreshAsync(FeedbackContext context, IQueryable<EscalationRow> escalations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var id in await escalations.Select(e => e.Id).ToListAsync(cancellationToken))
        {
            await RefreshAsync(context, id, now, cancellationToken);
        }
    }

    /// <summary>What was brought to people for a pattern the last time.</summary>
    private static Task<EscalationRow?> LastAsync(FeedbackContext context, Pattern pattern, CancellationToken cancellationToken) =>
        context.Escalations.AsTracking().Where(e => e.Subject == pattern.Id).OrderByDescending(e => e.Round).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<OutboxRow> Telling(FeedbackContext context, string escalationId) =>
        context.Outbox.Where(o => o.Key != null && o.Key.StartsWith(TellKeys(escalationId)));

    private static string TellKeys(string escalationId) => $"{Tells}{escalationId}:";

    private static async Task<IReadOnlyList<string>> PeopleAsync(IQueryable<OutboxRow> telling, CancellationToken cancellationToken) =>
        [.. (await telling.Select(o => o.Key!).ToListAsync(cancellationToken)).Select(key => key[(key.LastIndexOf(':') + 1)..]).Distinct()];
}
