using FeedbackBot.Cases.Patterns;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>One look at everything that may deserve attention: changed cases, escalations whose next step is due, patterns whose time has come.</summary>
public sealed class WeighingRound(Attention attention, Organisation organisation, PatternRule rule, EscalationOptions options, TimeProvider clock)
{
    private const int AtOnce = 50;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (await attention.UnweighedAsync(AtOnce, cancellationToken) is { Count: > 0 } files)
        {
            foreach (var file in files)
            {
                await WeighAsync(file, cancellationToken);
            }
        }

        await StepAsync(cancellationToken);
        if (options.Enabled)
        {
            await PatternsAsync(cancellationToken);
        }
    }

    private async Task WeighAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await attention.OfCaseAsync(file.Case.Id, cancellationToken);
        var complaints = options.Enabled ? await attention.ComplaintsAsync(file.Case.WardId, now - rule.AgainWithin, cancellationToken) : [];
        var patterns = options.Enabled ? await attention.PatternsAsync(file.Case.WardId, file.Case.Id, cancellationToken) : [];
        var weighed = new Weigher(rule, options).Weigh(file, complaints, patterns, known, now);
        await attention.WeighedAsync(weighed, now, cancellationToken);
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await attention.DueAsync(now, cancellationToken))
        {
            // Settings may have changed since: whoever is boss now is told.
            var settings = organisation.Now;
            var ladder = new EscalationLadder(EscalationAudience.Of(row.Kind, row.WardId, settings), options, settings.QuietHours, settings.TimeZone);
            await attention.SteppedAsync(row, ladder.Step(row.ToEscalation(), now), now, cancellationToken);
        }
    }

    private async Task PatternsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var pattern in await attention.PatternsAsync(null, null, cancellationToken))
        {
            var ended = PatternFinder.Expire(pattern, rule, now);
            if (ended is not null || pattern.TellAt <= now)
            {
                await attention.PatternAsync(pattern, ended, now, cancellationToken);
            }
        }
    }
}
