namespace FeedbackBot.Posts.X;

/// <summary>What the stream doesn't give because of its rules, for search to bring: hashtags whose rules can't be had, or are too new, or are too many.</summary>
internal sealed class XRuleGaps(XIntake intake, TimeProvider clock)
{
    // X needs so long to match by a new rule.
    private static readonly TimeSpan RulesWork = TimeSpan.FromSeconds(20);

    // One more for hashtags that came while the rules couldn't be had. None is in two of them.
    private readonly List<XGap> _failing = [];
    private XGap? _leftOut;

    // What the rules gave when they were last whole, and when that was; before the first time nothing.
    private IReadOnlyList<string> _given = [];
    private DateTimeOffset? _wholeAt;

    /// <param name="asked">When it began.</param>
    public void After(XRulesKept kept, DateTimeOffset asked)
    {
        // Rules that somebody deleted may have been missing since we last looked.
        Open(kept.Missing.Intersect(_given, StringComparer.OrdinalIgnoreCase), _wholeAt ?? asked);
        if (kept.Failure is not null)
        {
            Open(kept.Wanted, asked);
            return;
        }

        // What the stream didn't give before it was opened is searched whole; only later rules have gaps of their own.
        if (_wholeAt is not null)
        {
            Open(kept.New, asked);
        }

        (_given, _wholeAt) = ([.. kept.Wanted.Except(kept.LeftOut, StringComparer.OrdinalIgnoreCase)], asked);
        var working = clock.GetUtcNow() + RulesWork;
        _failing.ForEach(g => End(g, kept.Wanted, working));
        _failing.Clear();
        if (!kept.LeftOut.SequenceEqual(_leftOut?.Hashtags ?? [], StringComparer.OrdinalIgnoreCase))
        {
            if (_leftOut is not null)
            {
                End(_leftOut, kept.Wanted, working);
            }

            _leftOut = kept.LeftOut.Count > 0 ? intake.Missing(kept.LeftOut, asked) : null;
        }
    }

    private void Open(IEnumerable<string> hashtags, DateTimeOffset since)
    {
        List<string> missing = [.. hashtags.Except(_failing.SelectMany(g => g.Hashtags!), StringComparer.OrdinalIgnoreCase)];
        if (missing.Count > 0)
        {
            _failing.Add(intake.Missing(missing, since));
        }
    }

    private void End(XGap gap, IReadOnlyList<string> wanted, DateTimeOffset working)
    {
        if (gap.Hashtags!.Intersect(wanted, StringComparer.OrdinalIgnoreCase).Any())
        {
            intake.Covered(gap, working);
        }
        else
        {
            intake.Forget(gap);
        }
    }
}
