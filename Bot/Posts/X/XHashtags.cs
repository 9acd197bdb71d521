using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>The organisation's and its wards' hashtags in X's query language.</summary>
public static class XHashtags
{
    private const string Or = " OR ";
    private const string Suffix = ") -is:retweet";

    /// <summary>Each hashtag once, without its #, the organisation's first.</summary>
    public static IReadOnlyList<string> Of(Organisation organisation) =>
        [.. organisation.Hashtags.Concat(organisation.Wards.SelectMany(w => w.Hashtags)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>As few queries of at most <paramref name="length"/> characters as hold all hashtags in their order. Reposts are left out.</summary>
    public static IReadOnlyList<string> Pack(IEnumerable<string> hashtags, int length)
    {
        var queries = new List<string>();
        var open = "";
        foreach (var hashtag in hashtags)
        {
            var longer = open.Length == 0 ? $"(#{hashtag}" : $"{open}{Or}#{hashtag}";
            if (open.Length > 0 && longer.Length + Suffix.Length > length)
            {
                queries.Add(open + Suffix);
                longer = $"(#{hashtag}";
            }

            open = longer;
        }

        if (open.Length > 0)
        {
            queries.Add(open + Suffix);
        }

        return queries;
    }
}
