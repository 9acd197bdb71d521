namespace FeedbackBot.Posts.X;

/// <summary>One thing to tell X about rules. One of the two is empty.</summary>
/// <param name="Delete">Ids.</param>
public sealed record XRuleStep(IReadOnlyList<XRule> Add, IReadOnlyList<string> Delete)
{
    /// <summary>At most this many rules a request: 100 KB of hashtags. Ten thousand wards are ten requests of the hundred X takes in 15 minutes.</summary>
    public const int Batch = 100;

    /// <summary>
    /// New rules first, so that a hashtag is matched twice rather than not at all. Where X has no room for both, first go as few of the
    /// old ones as make room, and of those the ones that hold the fewest hashtags that are still wanted.
    /// </summary>
    /// <param name="room">How many rules X takes before one is deleted.</param>
    public static IEnumerable<XRuleStep> Of(XRuleChange change, int room)
    {
        var wanted = change.Add.SelectMany(Hashtags).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var add = new Queue<XRule>(change.Add);
        var delete = new Queue<XRule>(change.Delete.OrderBy(r => Hashtags(r).Count(wanted.Contains)));
        while (add.Count + delete.Count > 0)
        {
            if (add.Count > 0 && (room > 0 || delete.Count == 0))
            {
                var added = Take(add, room > 0 ? room : add.Count);
                room -= added.Count;
                yield return new(added, []);
            }
            else
            {
                var deleted = Take(delete, add.Count > 0 ? add.Count : delete.Count);
                room += deleted.Count;
                yield return new([], [.. deleted.Select(r => r.Id!)]);
            }
        }
    }

    private static IReadOnlyList<string> Hashtags(XRule rule) => XHashtags.Read(rule.Value) ?? [];

    private static List<XRule> Take(Queue<XRule> from, int count)
    {
        var taken = new List<XRule>();
        while (taken.Count < Math.Min(count, Batch) && from.TryDequeue(out var rule))
        {
            taken.Add(rule);
        }

        return taken;
    }
}
