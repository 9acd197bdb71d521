using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>Makes X's rules the ones our hashtags need, sending only the difference, and says what X wouldn't have.</summary>
internal sealed partial class XRuleKeeper(XClient client, Organisation organisation, XWatch watch, ILogger logger)
{
    // The last reading shows that there is nothing left to change; before it a refused hashtag and a cap that X had kept to itself may each cost one.
    private const int MostRounds = 5;

    private readonly XRuleClient _client = new(client);
    private XRuleTrial _trial = new(new XRuleClient(client));
    private IReadOnlyList<string> _hashtags = [];
    private IReadOnlyList<string> _remarks = [];

    public async Task<XRulesKept> Sync(CancellationToken cancellationToken)
    {
        var hashtags = XHashtags.Of(organisation);
        if (!hashtags.SequenceEqual(_hashtags, StringComparer.OrdinalIgnoreCase))
        {
            // Whoever changes hashtags may have mended one.
            (_hashtags, _trial) = (hashtags, new(_client));
        }

        var added = new List<XRule>();
        var failure = await Sync(added, cancellationToken);
        return new(failure, [.. added.SelectMany(r => XHashtags.Read(r.Value)!).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private async Task<XFailure?> Sync(List<XRule> added, CancellationToken cancellationToken)
    {
        var cap = await _client.Cap(cancellationToken);
        var isFull = false;
        for (var round = 0; round < MostRounds; round++)
        {
            var answer = await _client.Read(cancellationToken);
            if (answer.Value is not { } rules)
            {
                return answer.Failure;
            }

            // X has said what it allows by refusing more than this.
            cap = isFull ? Math.Max(1, rules.Count) : cap;
            var change = Needed(rules, cap ?? XRules.Cap);
            Tell(rules, cap, change);
            if (change.IsNone)
            {
                return null;
            }

            var known = (_trial.Refused.Count, _trial.Length);
            if (await _trial.Try(change.Add, cancellationToken) is { } untried)
            {
                return untried;
            }

            if (known != (_trial.Refused.Count, _trial.Length))
            {
                continue;
            }

            var (isOver, failure) = await Apply(change, room: Math.Max(0, (cap ?? XRules.Cap) - rules.Count), added, cancellationToken);
            if (failure is not null)
            {
                return failure;
            }

            isFull = isOver;
        }

        return new(XFailureKind.Http, "X has other rules than the ones it took from us.");
    }

    private XRuleChange Needed(IReadOnlyList<XRule> rules, int cap) =>
        XRules.Change([.. _hashtags.Where(h => !_trial.Refused.ContainsKey(h))], rules, cap, _trial.Length);

    /// <returns>Whether X wouldn't have any more rules, or why it couldn't be told.</returns>
    private async Task<(bool IsOver, XFailure? Failure)> Apply(XRuleChange change, int room, List<XRule> added, CancellationToken cancellationToken)
    {
        foreach (var step in XRuleStep.Of(change, room))
        {
            if (step.Delete.Count > 0)
            {
                if (await _client.Delete(step.Delete, cancellationToken) is { } undeleted)
                {
                    return (false, undeleted);
                }

                continue;
            }

            var answer = await _client.Add(step.Add, dryRun: false, cancellationToken);
            if (answer.Value is not { } verdict)
            {
                return (false, answer.Failure);
            }

            // X may have taken some of them.
            added.AddRange(step.Add);
            if (verdict.IsOver)
            {
                return (true, null);
            }

            if (verdict.Refused.Count > 0)
            {
                return (false, new(XFailureKind.Http, $"X refuses a rule after it found it well ({verdict.Refused.Values.First()})."));
            }
        }

        Log.Changed(logger, change.Add.Count, change.Delete.Count);
        return (false, null);
    }

    private void Tell(IReadOnlyList<XRule> rules, int? cap, XRuleChange change)
    {
        var ours = rules.Count(XRules.IsOurs);
        var remarks = XRuleRemarks.Of(organisation, _trial.Refused, change, cap ?? XRules.Cap, rules.Count - ours);
        foreach (var remark in remarks.Except(_remarks))
        {
            Log.Remark(logger, remark);
        }

        var before = _remarks;
        _remarks = remarks;
        watch.Change(s => s with { Rules = ours, RuleCap = cap ?? s.RuleCap, Remarks = [.. s.Remarks.Except(before), .. remarks] });
    }

    private static partial class Log
    {
        [LoggerMessage(1111, LogLevel.Information, "X has {Added} new rules for our hashtags and {Deleted} old ones fewer.")]
        public static partial void Changed(ILogger logger, int added, int deleted);

        [LoggerMessage(1112, LogLevel.Warning, "{Remark}")]
        public static partial void Remark(ILogger logger, string remark);
    }
}
