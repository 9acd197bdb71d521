using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>Several people's complaints about one thing. A value: <see cref="PatternFinder"/> makes the next one.</summary>
/// <param name="Id">The case that made it one, with its version, and the topic: a case that is put back may make another.</param>
/// <param name="RuleVersion">The <see cref="PatternRule.Version"/> it was found by.</param>
/// <param name="Complaints">As they came; those that people took out are not among them.</param>
/// <param name="ToldAt">When its card was last sent or updated.</param>
public sealed record Pattern(string Id, int RuleVersion, IReadOnlyList<Complaint> Complaints, DateTimeOffset OpenedAt, DateTimeOffset ToldAt)
{
    /// <summary>When its card is to be updated; null where it shows everything.</summary>
    public DateTimeOffset? TellAt { get; init; }

    /// <summary>Where it was found; one of its cases may have moved on since.</summary>
    public string WardId { get; init; } = Complaints[0].WardId;

    public Topic Topic => Complaints[0].Topic;

    /// <summary>Without those that were moved, corrected or taken out a moment ago and have yet to be weighed.</summary>
    public IReadOnlyList<Complaint> Belonging => [.. Complaints.Where(c => c.WardId == WardId && !c.IsTakenOut)];

    public int Severity => Complaints.Max(c => c.Severity);

    public DateTimeOffset LastAt => Complaints.Max(c => c.At);

    /// <summary>When somebody last complained in words of their own.</summary>
    public DateTimeOffset LastInOwnWordsAt => InOwnWords(Complaints).Max(c => c.At);

    /// <summary>Its window is counted from here: what is found late, since a person put a reading right or X was away, is worth a visit all the same.</summary>
    public DateTimeOffset LivesFrom => LastAt > OpenedAt ? LastAt : OpenedAt;

    /// <summary>What all of its complaints together say about where it is.</summary>
    public Spot Spot => Complaints.Aggregate(Spot.Anywhere, (spot, complaint) => spot.With(complaint.Spot));

    /// <summary>How many different people complained.</summary>
    public int People => PeopleIn(Complaints);

    public bool HasOpenCases => Complaints.Any(c => c.IsOpen);

    /// <summary>Distinct authors; who only passes on what somebody else wrote is no further one.</summary>
    public static int PeopleIn(IEnumerable<Complaint> complaints) => InOwnWords(complaints).Select(c => c.Author).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<Complaint> InOwnWords(IEnumerable<Complaint> complaints)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        return complaints.OrderBy(c => c.At).Where(c => c.TextKey is null || texts.Add(c.TextKey));
    }
}
