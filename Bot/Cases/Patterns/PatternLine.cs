using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>
/// What a case's card says of a pattern that the case is in. Little on purpose: once a pattern is large, the cards of its earlier cases stay true
/// whoever else complains, so that a storm doesn't edit all of them with each post.
/// </summary>
/// <param name="People">How many complain; <see cref="ManyPeople"/> for that many and more.</param>
/// <param name="Others">The first of the other posts, at most <see cref="MostOthers"/>.</param>
/// <param name="HasMore">There are more than those.</param>
public sealed record PatternLine(Topic Topic, int People, IReadOnlyList<OtherPost> Others, bool HasMore)
{
    public const int ManyPeople = 5;

    public const int MostOthers = 3;

    /// <returns>Null where the case isn't in the pattern, or too few are.</returns>
    public static PatternLine? Of(Pattern pattern, string caseId)
    {
        var people = Pattern.PeopleIn(pattern.Complaints);
        if (people < PatternRule.FewestPeople || pattern.Complaints.All(c => c.CaseId != caseId))
        {
            return null;
        }

        var others = pattern.Complaints.Where(c => c.CaseId != caseId).OrderBy(c => c.At).ThenBy(c => c.CaseId, StringComparer.Ordinal).ToList();
        return new PatternLine(pattern.Topic, Math.Min(people, ManyPeople), [.. others.Take(MostOthers).Select(c => new OtherPost(c.CaseId, c.At))], others.Count > MostOthers);
    }

    /// <summary>Open cases whose cards say something else than before; a closed one's speaks of no pattern.</summary>
    /// <param name="before">Null where there was none.</param>
    /// <param name="after">Null where it has ended.</param>
    public static IEnumerable<string> Changed(Pattern? before, Pattern? after) => new[] { before, after }
        .SelectMany(p => p?.Complaints ?? []).Where(c => c.IsOpen).Select(c => c.CaseId).Distinct()
        .Where(id => (before is null ? null : Of(before, id)) != (after is null ? null : Of(after, id)));

    public bool Equals(PatternLine? other) =>
        other is not null && (Topic, People, HasMore) == (other.Topic, other.People, other.HasMore) && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => HashCode.Combine(Topic, People, HasMore, Others.Count);
}
