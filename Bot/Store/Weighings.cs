using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Marks cases that are to be weighed, and writes what weighing found, inside someone's transaction.</summary>
internal static class Weighings
{
    /// <summary>For whoever has changed a case: it is to be weighed, also where it was marked when it was read. It may have been weighed since, and only what seems to change is written.</summary>
    public static void Mark(FeedbackContext context, CaseRow row) => context.Entry(row).Property(r => r.IsUnweighed).IsModified = true;

    /// <exception cref="DbUpdateConcurrencyException">Somebody acted on an escalation meanwhile: it is to be weighed again with what they did.</exception>
    public static async Task TakeAsync(FeedbackContext context, Weighing weighed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (caseId, version) = (weighed.Case.Id, weighed.Case.Version);
        var isOurs = await context.Cases.Where(c => c.Id == caseId && c.Version == version && c.IsUnweighed)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.IsUnweighed, false).SetProperty(c => c.AgainAfter, weighed.AgainAfter), cancellationToken);
        if (isOurs == 0)
        {
            return;
        }

        var settled = new List<(EscalationRow Row, Escalation Now)>();
        foreach (var (before, after) in weighed.Settled)
        {
            var row = await context.Escalations.AsTracking().SingleAsync(e => e.Id == after.Id, cancellationToken);
            settled.Add(row.ToEscalation() == before ? (row, after) : throw new DbUpdateConcurrencyException($"Somebody acted on {row.Id} while its case was weighed."));
        }

        foreach (var (escalation, why) in weighed.New)
        {
            await AttentionRows.BringAsync(context, escalation, why, now, cancellationToken);
        }

        foreach (var change in weighed.Patterns)
        {
            await AttentionRows.TakeAsync(context, change, now, cancellationToken);
        }

        await AttentionRows.FollowAsync(context, weighed.Case, now, cancellationToken);
        foreach (var (row, after) in settled)
        {
            var isOpen = after.State == EscalationState.Open;
            row.LookAgainAt = isOpen ? now : null;
            row.WardId = isOpen ? weighed.Case.WardId : row.WardId;
            row.Take(after);
        }

        await AttentionRows.ShowCaseAsync(context, caseId, now, cancellationToken);
        await ChangedCases.ShowAsync(context, weighed.Redrawn, now, cancellationToken);
    }
}
