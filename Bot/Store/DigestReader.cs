using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Triage;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Reads what a digest tells. Posts are left where they are: a digest quotes none.</summary>
public sealed class DigestReader(FeedbackDatabase database)
{
    /// <summary>More than this of a kind is read in the channels.</summary>
    private const int Most = 5;

    /// <summary>What makes a case wait for somebody, in the ward where it is: its arrival, or whatever made it New or that ward's again.</summary>
    private static readonly CaseEventKind[] Begins = [CaseEventKind.Received, CaseEventKind.Released, CaseEventKind.Reopened, CaseEventKind.Moved];

    public async Task<Digest> ReadAsync(DigestReach reach, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var cases = Within(context.Cases, reach);
        var open = cases.Open();

        // Also in a case that was closed before its author added the words: it rings until somebody has seen to it.
        var ringing = context.Escalations.Where(e => e.Kind == EscalationKind.MustNotWait && e.State != EscalationState.Done).Select(e => e.Subject);
        var mustNotWait = await CasesAsync(cases.Where(c => (c.Alarm != null && (c.State == CaseState.New || c.State == CaseState.Claimed)) || ringing.Contains(c.Id)).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id), cancellationToken);
        return new Digest(reach, since, now)
        {
            MustNotWait = mustNotWait,
            Alarms = await AlarmsAsync(context, [.. mustNotWait.First.Select(c => c.Id)], cancellationToken),
            NotTaken = await NotTakenAsync(context, reach, cancellationToken),
            Pals = await CasesAsync(
                cases.Where(c => c.PalsAt != null && c.PalsAcknowledgedAt == null).OrderBy(c => c.PalsAt).ThenBy(c => c.Id), cancellationToken),
            Waiting = await WaitingAsync(context, open.Where(c => c.State == CaseState.New && c.Alarm == null && c.Tone != Tone.Compliment), cancellationToken),
            Praise = await CasesAsync(
                cases.Where(c => c.ReceivedAt >= since && c.State != CaseState.Dismissed && (c.Tone == Tone.Compliment || c.Tone == Tone.Mixed))
                    .OrderBy(c => c.ThankedById != null).ThenByDescending(c => c.ReceivedAt).ThenBy(c => c.Id),
                cancellationToken),
            Tones = await cases.Where(c => c.ReceivedAt >= since).GroupBy(c => c.Tone).Select(g => new { Tone = g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Tone, g => g.Count, cancellationToken),
            Wards = await WardsAsync(cases, since, cancellationToken),
        };
    }

    private static IQueryable<CaseRow> Within(IQueryable<CaseRow> cases, DigestReach reach) =>
        reach.WardIds is { } wardIds ? cases.Where(c => wardIds.Contains(c.WardId)) : cases;

    private static async Task<DigestPart<Case>> CasesAsync(IQueryable<CaseRow> cases, CancellationToken cancellationToken)
    {
        var first = await cases.Take(Most).ToListAsync(cancellationToken);
        return new([.. first.Select(c => c.ToCase())], first.Count < Most ? first.Count : await cases.CountAsync(cancellationToken));
    }

    private static async Task<DigestPart<DigestWait>> WaitingAsync(FeedbackContext context, IQueryable<CaseRow> cases, CancellationToken cancellationToken)
    {
        var first = await cases
            .Select(c => new { Case = c, Since = context.CaseEvents.Where(e => e.CaseId == c.Id && Begins.Contains(e.Kind)).OrderByDescending(e => e.Version).Select(e => (DateTimeOffset?)e.At).FirstOrDefault() })
            .OrderBy(w => w.Since).ThenBy(w => w.Case.Id).Take(Most).ToListAsync(cancellationToken);
        return new([.. first.Select(w => new DigestWait(w.Case.ToCase(), w.Since ?? w.Case.ReceivedAt))], first.Count < Most ? first.Count : await cases.CountAsync(cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<string, Escalation>> AlarmsAsync(
        FeedbackContext context,
        IReadOnlyList<string> caseIds,
        CancellationToken cancellationToken) =>
        (await context.Escalations.Where(e => e.Kind == EscalationKind.MustNotWait && caseIds.Contains(e.Subject)).ToListAsync(cancellationToken))
            .GroupBy(e => e.Subject).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Round)!.ToEscalation());

    /// <summary>What must not wait stands above with its case, and praise below with its own.</summary>
    private static async Task<DigestPart<DigestEscalation>> NotTakenAsync(FeedbackContext context, DigestReach reach, CancellationToken cancellationToken)
    {
        var open = context.Escalations.Where(
            e => e.State == EscalationState.Open && (e.Kind == EscalationKind.Look || e.Kind == EscalationKind.Pattern));
        open = reach.WardIds is { } wardIds ? open.Where(e => wardIds.Contains(e.WardId)) : open;
        var first = await open.OrderBy(e => e.OpenedAt).ThenBy(e => e.Id).Take(Most).ToListAsync(cancellationToken);
        var caseOf = await AttentionRows.CasesOfAsync(context, first, cancellationToken);
        var ofCases = first.Where(e => e.Kind == EscalationKind.Look).Select(e => e.Subject).ToList();
        Dictionary<string, Person?> claimers = ofCases.Count == 0 ? []
            : await context.Cases.Where(c => ofCases.Contains(c.Id) && c.State == CaseState.Claimed).ToDictionaryAsync(c => c.Id, c => PersonColumns.Read(c.ClaimerId, c.ClaimerName), cancellationToken);
        return new(
            [.. first.Select(e => new DigestEscalation(e.WardId, e.Why, caseOf[e.Id], e.OpenedAt) { Claimer = claimers.GetValueOrDefault(e.Subject) })],
            first.Count < Most ? first.Count : await open.CountAsync(cancellationToken));
    }

    private static async Task<IReadOnlyList<DigestWard>> WardsAsync(IQueryable<CaseRow> cases, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var wards = await cases
            .Where(c => c.State == CaseState.New || c.State == CaseState.Claimed || c.ReceivedAt >= since || (c.State == CaseState.Resolved && c.ClosedAt >= since))
            .GroupBy(c => c.WardId)
            .Select(g => new
            {
                WardId = g.Key,
                Received = g.Count(c => c.ReceivedAt >= since),
                Corrected = g.Count(c => c.ReceivedAt >= since && c.IsCorrected),
                Waiting = g.Count(c => c.State == CaseState.New),
                Claimed = g.Count(c => c.State == CaseState.Claimed),
                Resolved = g.Count(c => c.State == CaseState.Resolved && c.ClosedAt >= since),
            })
            .ToListAsync(cancellationToken);
        return [.. wards.Select(w => new DigestWard(w.WardId, w.Received, w.Waiting, w.Claimed, w.Resolved) { Corrected = w.Corrected })
            .OrderByDescending(w => w.Waiting).ThenByDescending(w => w.Claimed).ThenByDescending(w => w.Received)
            .ThenBy(w => w.WardId, StringComparer.OrdinalIgnoreCase)];
    }
}
