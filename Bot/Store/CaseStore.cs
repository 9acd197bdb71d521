using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary;
using FeedbackBot.Triage.Tones;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Reads cases, and commits what happened to one by compare-and-set (promise 3).</summary>
public sealed class CaseStore(FeedbackDatabase database, OutboxSignal outbox, WeighingSignal weighing)
{
    /// <summary>The case with its post and history; null when there is none with this id.</summary>
    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return (await FilesAsync(context, context.Cases.Where(c => c.Id == caseId), cancellationToken)).SingleOrDefault();
    }

    /// <summary>Several cases, those that there are.</summary>
    public async Task<IReadOnlyList<CaseFile>> FilesAsync(IReadOnlyList<string> caseIds, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await FilesAsync(context, context.Cases.Where(c => caseIds.Contains(c.Id)), cancellationToken);
    }

    /// <summary>Open cases, the longest waiting first.</summary>
    /// <param name="wardIds">Null for all wards.</param>
    /// <param name="claimerId">Null for everybody's and nobody's.</param>
    /// <returns>At most <paramref name="most"/> of them, and how many there are.</returns>
    public async Task<(IReadOnlyList<CaseFile> Files, int Count)> OpenAsync(
        IReadOnlyList<string>? wardIds,
        string? claimerId,
        int most,
        CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var open = context.Cases.Open();
        open = wardIds is null ? open : open.Where(c => wardIds.Contains(c.WardId));
        open = claimerId is null ? open : open.Where(c => c.ClaimerId == claimerId);
        var files = await FilesAsync(context, open.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(most), cancellationToken);
        return (files, await open.CountAsync(cancellationToken));
    }

    /// <summary>How many cases are New, by ward id; wards without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NewByWardAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Cases.Where(c => c.State == CaseState.New)
            .GroupBy(c => c.WardId)
            .Select(g => new { WardId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.WardId, g => g.Count, StringComparer.OrdinalIgnoreCase, cancellationToken);
    }

    /// <summary>Commits case, event and outbox rows together, if the case still is at <paramref name="before"/>'s version.</summary>
    /// <returns>False when someone else was faster: nothing was written; read the case again.</returns>
    public async Task<bool> TryCommitAsync(Case before, Outcome.Changed change, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                async context =>
                {
                    var row = CaseRow.Of(before);
                    context.Cases.Attach(row);
                    row.Take(change.Case);
                    Weighings.Mark(context, row);
                    context.CaseEvents.Add(CaseEventRow.Of(change.Event));
                    await OutboxRows.AddConsequencesAsync(context, change, change.Event.At, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflict.Is(fault))
        {
            return false;
        }

        outbox.Set();
        weighing.Set();
        return true;
    }

    /// <summary>The events of every case that was open within the time from <paramref name="from"/> on, oldest first.</summary>
    /// <param name="wardIds">Cases that were ever in one of these wards; null for all.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<CaseEvent>>> HistoriesAsync(
        DateTimeOffset from,
        IReadOnlyList<string>? wardIds,
        CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var cases = context.Cases.Where(c => c.State == CaseState.New || c.State == CaseState.Claimed || c.ChangedAt >= from);
        cases = wardIds is null ? cases : cases.Where(c => context.CaseEvents.Any(e => e.CaseId == c.Id && wardIds.Contains(e.WardId)));
        var events = await context.CaseEvents.Where(e => cases.Any(c => c.Id == e.CaseId))
            .OrderBy(e => e.CaseId).ThenBy(e => e.Version).ToListAsync(cancellationToken);
        return events.GroupBy(e => e.CaseId)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<CaseEvent>)[.. g.Select(e => e.ToEvent())]);
    }

    /// <summary>What cases that arrived from <paramref name="from"/> on are by now, by case id.</summary>
    /// <param name="wardIds">Cases that were ever in one of these wards; null for all.</param>
    public async Task<IReadOnlyDictionary<string, CaseMarks>> MarksAsync(DateTimeOffset from, IReadOnlyList<string>? wardIds, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var cases = context.Cases.Where(c => c.ReceivedAt >= from);
        cases = wardIds is null ? cases : cases.Where(c => context.CaseEvents.Any(e => e.CaseId == c.Id && wardIds.Contains(e.WardId)));
        var rows = await cases.Select(c => new { c.Id, c.Reading, c.IsCorrected, WasAlarming = c.Alarm != null || c.LiftedAlarm != null, IsAgain = c.AgainAfter != null }).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Id, r => new CaseMarks(JsonSerializer.Deserialize<Reading>(r.Reading)!, r.WasAlarming, r.IsAgain) { IsCorrected = r.IsCorrected });
    }

    /// <summary>Cases that PALS has yet to acknowledge, closed ones too, those that it has had longest first.</summary>
    /// <param name="wardIds">Null for all wards.</param>
    public async Task<IReadOnlyList<Case>> WithPalsAsync(IReadOnlyList<string>? wardIds, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        var cases = context.Cases.Where(c => c.PalsAt != null && c.PalsAcknowledgedAt == null);
        cases = wardIds is null ? cases : cases.Where(c => wardIds.Contains(c.WardId));
        return [.. (await cases.OrderBy(c => c.PalsAt).ThenBy(c => c.Id).ToListAsync(cancellationToken)).Select(c => c.ToCase())];
    }

    private static async Task<IReadOnlyList<CaseFile>> FilesAsync(
        FeedbackContext context,
        IQueryable<CaseRow> cases,
        CancellationToken cancellationToken)
    {
        var rows = await cases.Join(context.Posts, c => c.Id, p => p.Id, (c, p) => new { Case = c, Post = p }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Case.Id).ToList();
        var events = (await context.CaseEvents.Where(e => ids.Contains(e.CaseId)).OrderBy(e => e.Version).ToListAsync(cancellationToken))
            .ToLookup(e => e.CaseId);

        // A click may have been committed between the two queries: what it left belongs to a version that this case doesn't have yet.
        return [.. rows.OrderBy(r => r.Case.ReceivedAt).ThenBy(r => r.Case.Id, StringComparer.Ordinal)
            .Select(r => new CaseFile(r.Post.ToPost(), r.Case.ToCase(), [.. events[r.Case.Id].Where(e => e.Version <= r.Case.Version).Select(e => e.ToEvent())]))];
    }
}
