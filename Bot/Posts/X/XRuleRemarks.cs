using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>What an operator has to know of hashtags that X doesn't follow.</summary>
internal static class XRuleRemarks
{
    /// <param name="refused">Hashtags with X's reasons.</param>
    /// <param name="others">Rules at X that aren't ours.</param>
    public static IReadOnlyList<string> Of(
        Organisation organisation, IReadOnlyDictionary<string, string> refused, XRuleChange change, int cap, int others)
    {
        if (refused.Count + change.LeftOut.Count == 0)
        {
            return [];
        }

        var places = XHashtags.Places(organisation);
        var remarks = refused.Keys.Order(StringComparer.OrdinalIgnoreCase)
            .Select(h => $"X refuses the hashtag {Place(h)}: {refused[h].TrimEnd('.')}. Posts with it don't arrive. Choose another one.").ToList();
        if (change.LeftOut.Count > 0)
        {
            // All of them, however many: whoever looks for a ward that hears nothing must find it.
            remarks.Add($"X allows {cap} rules, {others} of them are somebody else's, and our hashtags need {change.Needed}. Posts with these "
                + $"{change.LeftOut.Count} hashtags are only searched for, and arrive minutes late: {string.Join(", ", change.LeftOut.Select(Place))}. "
                + "Ask X for more rules, delete those of others, or remove hashtags.");
        }

        return remarks;

        string Place(string hashtag) => places.GetValueOrDefault(hashtag, $"#{hashtag}");
    }
}
