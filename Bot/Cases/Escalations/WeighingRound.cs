using System.Data.Common;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Store;
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
    private const int AtOnce = 50;

    // Windows are hours long: whether one has passed needn't be asked twice a second.
    private static readonly TimeSpan EndsEvery = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, int> _faulty = [];
    private DateTimeOffset _endsAt = DateTimeOffset.MinValue;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        // First what was decided already: a reminder waits for no post.
        await StepAsync(cancellationToken);
        while (await attention.UnweighedAsync(AtOnce + _faulty.Count, cancellationToken) is { } files && files.Where(f => !IsFaulty(f)).ToList() is { Count: > 0 } due)
        {
            foreach (var file in due)
            {
                await TryWeighAsync(file, cancellationToken);
            }

            await StepAsync(cancellationToken);
        }

        // Also where they are no longer wanted: those that there are must end.
        await PatternsAsync(cancellationToken);
    }

    private bool IsFaulty(CaseFile file) => _faulty.TryGetValue(file.Case.Id, out var version) && version == file.Case.Version;

    private async Task TryWeighAsync(CaseFile file, CancellationToken cancellationToken)
    {
        try
        {
            await WeighAsync(file, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not DbException)
        {
            // A fault of ours over one case must not keep an alarm behind it waiting. It is weighed again when something happens to it, or after a restart.
            _faulty[file.Case.Id] = file.Case.Version;
            Log.Fault(logger, fault, file.Case.Id);
        }
    }

    private async Task WeighAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await attention.OfCaseAsync(file.Case.Id, cancellationToken);
        var patterns = options.Enabled ? await attention.PatternsOfAsync(file.Case.WardId, file.Case.Id, cancellationToken) : [];
        var topics = Weigher.ComplaintsOf(file).Select(c => c.Topic).ToList();
        var window = topics.Select(rule.Window).DefaultIfEmpty().Max();
        var complaints = options.Enabled && window > TimeSpan.Zero
            ? await attention.ComplaintsAsync(file, window, rule.AgainWithin, InPatterns(topics, patterns), cancellationToken)
            : [];
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
            var ladder = new EscalationLadder(EscalationAudience.Of(row.Kind, row.WardId, settings), options, settings.QuietHours, settings.TimeZone);
            var told = await attention.ToldAsync(row.Id, cancellationToken);
            await attention.SteppedAsync(row, ladder.Step(row.ToEscalation(), told, now), now, cancellationToken);
        }
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
        [LoggerMessage(2011, LogLevel.Error, "Case {CaseId} couldn't be weighed; others go on.")]
        public static partial void Fault(ILogger logger, Exception fault, string caseId);
    }
}
