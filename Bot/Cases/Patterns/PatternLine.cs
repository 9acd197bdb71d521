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
    public static PatternLine? Of(Pattern pattern, string caseId) => Lines(pattern)(caseId);

    /// <summary>Open cases whose cards say something else than before; a closed one's speaks of no pattern.</summary>
    /// <param name="before">Null where there was none.</param>
    /// <param name="after">Null where it has ended.</param>
    public static IEnumerable<string> Changed(Pattern? before, Pattern? after)
    {
        var (said, says) = (Lines(before), Lines(after));
        return new[] { before, after }.SelectMany(p => p?.Complaints ?? []).Where(c => c.IsOpen).Select(c => c.CaseId).Distinct().Where(id => said(id) != says(id));
    }

    public bool Equals(PatternLine? other) =>
        other is not null && (Topic, People, HasMore) == (other.Topic, other.People, other.HasMore) && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => HashCode.Combine(Topic, People, HasMore, Others.Count);

    /// <summary>What the card of each case says of it. Large ones are counted and put in order once, not for each of their cases.</summary>
    private static Func<string, PatternLine?> Lines(Pattern? pattern)
    {
        var people = Pattern.PeopleIn(pattern?.Complaints ?? []);
        if (pattern is null || people < PatternRule.FewestPeople)
        {
            return _ => null;
        }

        var cases = pattern.Complaints.Select(c => c.CaseId).ToHashSet(StringComparer.Ordinal);
        var first = pattern.Complaints.OrderBy(c => c.At).ThenBy(c => c.CaseId, StringComparer.Ordinal).Take(MostOthers + 1).Select(c => new OtherPost(c.CaseId, c.At)).ToList();
        return id => cases.Contains(id)
            ? new PatternLine(pattern.Topic, Math.Min(people, ManyPeople), [.. first.Where(o => o.CaseId != id).Take(MostOthers)], cases.Count - 1 > MostOthers)
            : null;
    }
}
