namespace FeedbackBot.Cases.Patterns;

/// <summary>Finds patterns, and says what becomes of them. Pure: the same complaints in the same order make the same patterns.</summary>
public static class PatternFinder
{
    /// <summary>How the sentence begins that says a pattern ended because nobody added to it.</summary>
    public const string Lapsed = "Nobody has complained about it for ";

    /// <summary>Decides about a complaint that is new, was reopened, or came from another ward or topic.</summary>
    /// <param name="patterns">Those of its ward that haven't ended; others don't hurt.</param>
    /// <param name="others">Complaints of its ward that are open or were resolved lately; others don't hurt.</param>
    public static PatternDecision Decide(
        Complaint complaint,
        IReadOnlyCollection<Pattern> patterns,
        IReadOnlyCollection<Complaint> others,
        PatternRule rule,
        DateTimeOffset now)
    {
        var window = rule.Window(complaint.Topic);
        if (window == TimeSpan.Zero || !complaint.Counts)
        {
            return PatternDecision.Nothing;
        }

        var again = AgainAfter(complaint, others, rule);
        if (complaint.IsGone || patterns.Any(p => p.Topic == complaint.Topic && p.Complaints.Any(c => c.CaseId == complaint.CaseId)))
        {
            return new PatternDecision(null, again);
        }

        var change = (PatternChange?)Join(complaint, patterns, rule, now) ?? Open(complaint, patterns, others, window, now);
        return new PatternDecision(change, again);
    }

    /// <summary>A case leaves its pattern: somebody took it out, or it is another ward's or topic's now.</summary>
    public static PatternChange Leave(Pattern pattern, string caseId, DateTimeOffset now)
    {
        List<Complaint> others = [.. pattern.Complaints.Where(c => c.CaseId != caseId)];
        var left = pattern with { Complaints = others.Count == 0 ? pattern.Complaints : others, TellAt = now };
        return Pattern.PeopleIn(others) < PatternRule.FewestPeople
            ? new PatternChange.Ended(left, "A case was taken out of it, and fewer than two people are left.")
            : AllClosed(left, now) ?? (PatternChange)new PatternChange.Left(left);
    }

    /// <summary>The end of a pattern that time or closing has ended; null while it lasts.</summary>
    public static PatternChange.Ended? Expire(Pattern pattern, PatternRule rule, DateTimeOffset now)
    {
        var window = rule.Window(pattern.Topic);
        return AllClosed(pattern, now)
            ?? (window == TimeSpan.Zero ? new PatternChange.Ended(pattern with { TellAt = now }, "The settings want no patterns about this any more.") : null)
            ?? (now - pattern.LivesFrom > window ? new PatternChange.Ended(pattern with { TellAt = now }, $"{Lapsed}{PatternRule.Length(window)}.") : null);
    }

    /// <summary>Its card has been sent or updated.</summary>
    public static Pattern Told(Pattern pattern, DateTimeOffset at) => pattern with { ToldAt = at, TellAt = pattern.TellAt > at ? pattern.TellAt : null };

    private static PatternChange.Ended? AllClosed(Pattern pattern, DateTimeOffset now) =>
        pattern.HasOpenCases ? null : new PatternChange.Ended(pattern with { TellAt = now }, "All of its cases are closed.");

    private static PatternChange.Joined? Join(Complaint complaint, IEnumerable<Pattern> patterns, PatternRule rule, DateTimeOffset now)
    {
        var window = rule.Window(complaint.Topic);
        var joined = patterns
            .Where(p => p.WardId == complaint.WardId && p.Topic == complaint.Topic && p.HasOpenCases
                && (complaint.At - p.LastAt).Duration() <= window && !p.Spot.Contradicts(complaint.Spot, p.Topic))
            .OrderByDescending(p => p.Spot.Shared(complaint.Spot, p.Topic)).ThenByDescending(p => p.LastAt).ThenBy(p => p.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (joined is null)
        {
            return null;
        }

        // Worse than before never waits. Otherwise an update that is due already takes this along.
        var rises = complaint.Severity > joined.Severity;
        var next = joined.ToldAt + rule.UpdateEvery;
        var tellAt = rises || next <= now ? now : joined.TellAt is { } due && due < next ? due : next;
        return new PatternChange.Joined(joined with { Complaints = Kept(joined, complaint, window), TellAt = tellAt });
    }

    /// <summary>What is closed, and was written longer before than the window, belongs to it no more: where a ward leaves one case open, it would grow for years.</summary>
    private static List<Complaint> Kept(Pattern pattern, Complaint next, TimeSpan window)
    {
        List<Complaint> kept = [.. pattern.Complaints.Where(c => c.IsOpen || (next.At - c.At).Duration() <= window), next];
        return Pattern.PeopleIn(kept) < PatternRule.FewestPeople ? [.. pattern.Complaints, next] : kept;
    }

    private static PatternChange.Opened? Open(
        Complaint complaint,
        IReadOnlyCollection<Pattern> patterns,
        IEnumerable<Complaint> others,
        TimeSpan window,
        DateTimeOffset now)
    {
        var taken = patterns.Where(p => p.Topic == complaint.Topic).SelectMany(p => p.Complaints).Select(c => c.CaseId).ToHashSet(StringComparer.Ordinal);
        var free = others
            .Where(o => o.CaseId != complaint.CaseId && o.Counts && !o.IsGone && o.Matches(complaint) && (complaint.At - o.At).Duration() <= window && !taken.Contains(o.CaseId))
            .DistinctBy(o => o.CaseId)
            .OrderByDescending(o => o.Spot.Shared(complaint.Spot, complaint.Topic)).ThenByDescending(o => o.At).ThenBy(o => o.CaseId, StringComparer.Ordinal)
            .ToList();

        // One that names no spot agrees with two that contradict each other: each in turn may say which of them it is about.
        for (var seed = 0; seed < free.Count; seed++)
        {
            var group = Around(complaint, [free[seed], .. free]);
            if (Pattern.PeopleIn(group) >= PatternRule.FewestPeople)
            {
                return new PatternChange.Opened(new Pattern($"{complaint.CaseId}:{complaint.CaseVersion}:{complaint.Topic}", PatternRule.Version, group, now, now) { TellAt = now });
            }
        }

        return null;
    }

    /// <summary>The complaint with all that agree with it and with each other, as they came.</summary>
    private static List<Complaint> Around(Complaint complaint, IEnumerable<Complaint> candidates)
    {
        var group = new List<Complaint> { complaint };
        var spot = complaint.Spot;
        foreach (var candidate in candidates.DistinctBy(c => c.CaseId).Where(c => !spot.Contradicts(c.Spot, c.Topic)))
        {
            group.Add(candidate);
            spot = spot.With(candidate.Spot);
        }

        return [.. group.OrderBy(c => c.At).ThenBy(c => c.CaseId, StringComparer.Ordinal)];
    }

    private static Complaint? AgainAfter(Complaint complaint, IEnumerable<Complaint> others, PatternRule rule) => others
        .Where(o => o.CaseId != complaint.CaseId && o.ResolvedAt is { } resolved && complaint.At > resolved && complaint.At - resolved <= rule.AgainWithin && o.Matches(complaint))
        .OrderByDescending(o => o.ResolvedAt).ThenBy(o => o.CaseId, StringComparer.Ordinal)
        .FirstOrDefault();
}
