using System.Data.Common;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>One look at everything that may deserve attention: changed cases, escalations whose next step is due, patterns whose time has come.</summary>
public sealed partial class WeighingRound(
    Attention attention,
    Organisation organisation,
    PatternRule rule,
    EscalationOptions options,
    TimeProvider clock,
    ILogger<WeighingRound> logger)
{
    // An alarm that comes meanwhile waits for these.
    private const int AtOnce = 10;

    // While nobody further is to be told, how often to look whether that is still so.
    private static readonly TimeSpan WhileHeld = TimeSpan.FromMinutes(1);

    // Windows are hours long: whether one has passed needn't be asked twice a second.
    private static readonly TimeSpan EndsEvery = TimeSpan.FromMinutes(5);

    // A case that couldn't be weighed is tried again after this time, then after twice as long, up to an hour: the database may have been away, or it is our own fault.
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (int Version, TimeSpan Pause, DateTimeOffset Until)> _faulty = [];
    private DateTimeOffset _endsAt = DateTimeOffset.MinValue;
    private OrganisationFacts? _settings;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        // Whoever was told, or is going, may be nobody's boss any more, and who is boss now knows of nothing yet.
        if (organisation.Now is var settings && settings != _settings && await attention.LookAtAllAgainAsync(clock.GetUtcNow(), cancellationToken))
        {
            _settings = settings;
        }

        // First what was decided already: a reminder waits for no post.
        await StepAsync(cancellationToken);
        while (await attention.UnweighedAsync(AtOnce + _faulty.Count, cancellationToken) is { } files && files.Where(f => !IsFaulty(f)).ToList() is { Count: > 0 } due)
        {
            foreach (var file in due)
            {
                await TryWeighAsync(file, cancellationToken);
                if (file.Case.Findings.Alarm is not null)
                {
                    // Behind it there may be a burst of others.
                    await StepAsync(cancellationToken);
                }
            }

            await StepAsync(cancellationToken);
        }

        // Also where they are no longer wanted: those that there are must end.
        await PatternsAsync(cancellationToken);
    }

    private bool IsFaulty(CaseFile file) => _faulty.TryGetValue(file.Case.Id, out var fault) && fault.Version == file.Case.Version && fault.Until > clock.GetUtcNow();

    private async Task TryWeighAsync(CaseFile file, CancellationToken cancellationToken)
    {
        try
        {
            await WeighAsync(file, cancellationToken);
            _faulty.Remove(file.Case.Id);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not DbException)
        {
            // A fault of ours over one case must not keep an alarm behind it waiting. It is weighed again when something happens to it, and after a rest: a database that was away
            // for a moment comes as all sorts of exceptions, too.
            var rest = _faulty.TryGetValue(file.Case.Id, out var before) && before.Version == file.Case.Version ? TimeSpan.FromTicks(Math.Min(2 * before.Pause.Ticks, LongestRest.Ticks)) : FirstRest;
            _faulty[file.Case.Id] = (file.Case.Version, rest, clock.GetUtcNow() + rest);
            Log.Fault(logger, fault, file.Case.Id, rest.TotalMinutes);
        }
    }

    private async Task WeighAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await attention.OfCaseAsync(file.Case.Id, cancellationToken);
        var patterns = options.Enabled ? await attention.PatternsOfAsync(file.Case.WardId, file.Case.Id, cancellationToken) : [];
        var own = Weigher.ComplaintsOf(file).ToList();
        var topics = own.ConvertAll(c => c.Topic);
        var window = topics.Select(rule.Window).DefaultIfEmpty().Max();

        // At the front desk there may be thousands without a place: none of them is compared with all others.
        var isCompared = own.Exists(c => c.Counts) || file.Case.AgainAfter is not null;
        var complaints = options.Enabled && isCompared && window > TimeSpan.Zero
            ? await attention.ComplaintsAsync(file, window, rule.AgainWithin, InPatterns(topics, patterns), cancellationToken)
            : [];
        if (complaints.Count > 0)
        {
            // What nobody added to for so long is no news because somebody presses a button on one of its cards.
            var lapsed = await attention.LapsedWithAsync(file.Case.WardId, file.Case.Id, cancellationToken);
            complaints = [.. complaints.Where(c => !c.IsOpen || !lapsed[c.Topic].Contains(c.CaseId))];
        }

        var weighed = new Weigher(rule, options).Weigh(file, complaints, patterns, known, now);
        await attention.WeighedAsync(weighed, now, cancellationToken);
    }

    /// <summary>Cases that are in a pattern for each of these topics: no further one is made with them.</summary>
    private static List<string> InPatterns(List<Topic> topics, IReadOnlyList<Pattern> patterns) => [.. topics
        .Select(t => patterns.Where(p => p.Topic == t).SelectMany(p => p.Complaints).Select(c => c.CaseId))
        .Aggregate((all, next) => all.Intersect(next))];

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await attention.DueAsync(now, options.Enabled, cancellationToken))
        {
            // Settings may have changed since: whoever is boss now is told.
            var settings = organisation.Now;
            var audience = EscalationAudience.Of(row.Kind, row.WardId, settings);
            var told = await attention.ToldAsync(row.Id, cancellationToken);
            var step = new EscalationLadder(audience, options, settings.QuietHours, settings.TimeZone).Step(row.ToEscalation(), told, now);
            var tells = step.Tell.Count + step.Remind.Count > 0;
            if (tells && await IsClaimedAsync(row, audience, cancellationToken))
            {
                await attention.LookAgainAsync(row, now + WhileHeld, row.RungAt, cancellationToken);
            }
            else if (tells && await IsUndeliveredAsync(row, audience, told, cancellationToken))
            {
                // The last rung's time begins anew: nobody on it can have heard yet.
                await attention.LookAgainAsync(row, now + WhileHeld, now, cancellationToken);
            }
            else
            {
                await attention.SteppedAsync(row, step, now, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Whoever is to see to it and claims its case sees to it while they have it, also where only a mention reached them, which has no button to say so. A claim of before it was brought,
    /// or given back, says nothing about it; of what must not wait nor does one of before an edit.
    /// </summary>
    private async Task<bool> IsClaimedAsync(EscalationRow row, EscalationAudience audience, CancellationToken cancellationToken) =>
        row is { State: EscalationState.Open, Kind: not EscalationKind.Pattern, RungAt: { } brought }
            && await attention.WhoClaimedAsync(row.Subject, brought, asItReads: row.Kind == EscalationKind.MustNotWait, cancellationToken) is { } person
            && (row.Kind == EscalationKind.MustNotWait ? audience.MayFinish(person.Id) : audience.Includes(person.Id));

    /// <summary>Of what can wait, nobody on the last rung can have heard: Teams hasn't taken their messages. The next rung would hear in the same minute as they.</summary>
    private async Task<bool> IsUndeliveredAsync(EscalationRow row, EscalationAudience audience, IReadOnlyList<string> told, CancellationToken cancellationToken)
    {
        if (row.Kind == EscalationKind.MustNotWait || row.State != EscalationState.Open || row.Rungs == 0 || row.Rungs > audience.Rungs.Count)
        {
            return false;
        }

        var last = audience.Rungs[row.Rungs - 1].Intersect(told, StringComparer.OrdinalIgnoreCase).ToList();
        return last.Count > 0 && !last.Except(await attention.WaitingAsync(row.Id, cancellationToken), StringComparer.OrdinalIgnoreCase).Any();
    }

    private async Task PatternsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = now >= _endsAt;
        foreach (var pattern in await attention.DuePatternsAsync(now, all, cancellationToken))
        {
            var ended = PatternFinder.Expire(pattern, rule, now);
            if (ended is not null || pattern.TellAt <= now)
            {
                await attention.PatternAsync(pattern, ended, now, cancellationToken);
            }
        }

        _endsAt = all ? now + EndsEvery : _endsAt;
    }

    private static partial class Log
    {
        [LoggerMessage(2011, LogLevel.Error, "Case {CaseId} couldn't be weighed and is tried again in {Minutes} minutes; others go on.")]
        public static partial void Fault(ILogger logger, Exception fault, string caseId, double minutes);
    }
}
