using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>Makes X's rules the ones our hashtags need, sending only the difference, and says what X wouldn't have.</summary>
public sealed partial class XRuleKeeper
{
    /// <summary>Rules can be changed by anybody with the token, and in X's developer portal: so often it is looked whether they are still ours.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromHours(1);

    // The last reading shows that there is nothing left to change; before it a refused hashtag and a cap that X had kept to itself may each cost one.
    private const int MostRounds = 5;

    private readonly XRuleClient _client;
    private readonly Organisation _organisation;
    private readonly XWatch _watch;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private TaskCompletionSource _changed = New();
    private XRuleTrial _trial;
    private IReadOnlyList<string> _all = [];
    private IReadOnlyList<string> _wanted;
    private IReadOnlyList<string> _missing = [];
    private IReadOnlyList<string> _leftOut = [];
    private IReadOnlyList<string> _remarks = [];

    public XRuleKeeper(XClient client, Organisation organisation, XWatch watch, TimeProvider clock, ILogger logger)
    {
        (_client, _organisation, _watch, _clock, _logger) = (new(client), organisation, watch, clock, logger);
        (_trial, _wanted) = (new(_client), XHashtags.Of(organisation));
        organisation.Changed += LookAgain;
    }

    /// <summary>What is to be read from X: all hashtags but those X refuses.</summary>
    public IReadOnlyList<string> Hashtags => Volatile.Read(ref _wanted);

    /// <summary>Comes when the rules have to be looked at again: the settings have changed since the last time began, or a while has passed.</summary>
    public async Task Due(CancellationToken cancellationToken)
    {
        try
        {
            await Volatile.Read(ref _changed).Task.WaitAsync(Look, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }

    /// <summary>Somebody else used the token, it seems, and may have changed the rules as well.</summary>
    public void LookAgain() => Volatile.Read(ref _changed).TrySetResult();

    public async Task<XRulesKept> Sync(CancellationToken cancellationToken)
    {
        // Before the settings are read: a change after this is seen the next time.
        Volatile.Write(ref _changed, New());
        var hashtags = XHashtags.Of(_organisation);
        if (!hashtags.SequenceEqual(_all, StringComparer.OrdinalIgnoreCase))
        {
            // Whoever changes hashtags may have mended one.
            (_all, _trial) = (hashtags, new(_client));
        }

        var added = new List<XRule>();
        var failure = await Sync(added, cancellationToken);
        List<string> fresh = [.. added.SelectMany(r => XHashtags.Read(r.Value)!).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new(failure, Hashtags, _missing, fresh, _leftOut);
    }

    private async Task<XFailure?> Sync(List<XRule> added, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _wanted, Wanted());
        _missing = [];
        var cap = await _client.Cap(cancellationToken);
        var isFull = false;
        for (var round = 0; round < MostRounds; round++)
        {
            var answer = await _client.Read(cancellationToken);
            if (answer.Value is not { } rules)
            {
                return answer.Failure;
            }

            if (round == 0)
            {
                _missing = [.. Hashtags.Except(rules.SelectMany(r => XHashtags.Read(r.Value) ?? []), StringComparer.OrdinalIgnoreCase)];
            }

            // X has said what it allows by refusing more than this.
            cap = isFull ? Math.Max(1, rules.Count) : cap;
            var change = XRules.Change(Hashtags, rules, cap ?? XRules.Cap, _trial.Length);
            _leftOut = change.LeftOut;
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
                Volatile.Write(ref _wanted, Wanted());
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

        Log.Changed(_logger, change.Add.Count, change.Delete.Count);
        return (false, null);
    }

    private void Tell(IReadOnlyList<XRule> rules, int? cap, XRuleChange change)
    {
        var ours = rules.Count(XRules.IsOurs);
        var remarks = XRuleRemarks.Of(_organisation, _trial.Refused, change, cap ?? XRules.Cap, rules.Count - ours);
        foreach (var remark in remarks.Except(_remarks))
        {
            Log.Remark(_logger, remark);
        }

        var before = _remarks;
        _remarks = remarks;
        _watch.Change(s => s with { Rules = ours, RuleCap = cap ?? s.RuleCap, Remarks = [.. s.Remarks.Except(before), .. remarks] });
    }

    private IReadOnlyList<string> Wanted() => [.. _all.Where(h => !_trial.Refused.ContainsKey(h))];

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1111, LogLevel.Information, "X has {Added} new rules for our hashtags and {Deleted} old ones fewer.")]
        public static partial void Changed(ILogger logger, int added, int deleted);

        [LoggerMessage(1112, LogLevel.Warning, "{Remark}")]
        public static partial void Remark(ILogger logger, string remark);
    }
}
