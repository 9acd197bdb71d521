using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>The organisation's and its wards' hashtags in X's query language.</summary>
public static class XHashtags
{
    private const string Prefix = "(";
    private const string Or = " OR ";
    private const string Suffix = ") -is:retweet";

    /// <summary>Each hashtag once, without its #, the organisation's first: those are on every wall, so they come first where not all fit.</summary>
    public static IReadOnlyList<string> Of(Organisation organisation) =>
        [.. organisation.Hashtags.Concat(organisation.Wards.SelectMany(w => w.Hashtags)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Each hashtag with where it is set and whose it is, for a person who has to change it.</summary>
    public static IReadOnlyDictionary<string, string> Places(Organisation organisation)
    {
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, hashtag) in organisation.Hashtags.Index())
        {
            places.TryAdd(hashtag, $"#{hashtag} (Organisation:Hashtags:{i})");
        }

        foreach (var (i, ward) in organisation.Wards.Index())
        {
            foreach (var (j, hashtag) in ward.Hashtags.Index())
            {
                places.TryAdd(hashtag, $"#{hashtag} (Wards:{i}:Hashtags:{j}, ward '{ward.Id}')");
            }
        }

        return places;
    }

    /// <summary>One query for these hashtags. Reposts are left out.</summary>
    public static string Query(IEnumerable<string> hashtags) => $"{Prefix}{string.Join(Or, hashtags.Select(h => $"#{h}"))}{Suffix}";

    /// <summary>The hashtags of a query that <see cref="Query"/> made; null for any other.</summary>
    public static IReadOnlyList<string>? Read(string query)
    {
        if (!query.StartsWith(Prefix, StringComparison.Ordinal) || !query.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = query[Prefix.Length..^Suffix.Length].Split(Or);
        return parts.All(p => p is ['#', .. var tag] && Hashtag.IsUsable(tag)) ? [.. parts.Select(p => p[1..])] : null;
    }

    /// <summary>What a hashtag takes of <see cref="Capacity"/>.</summary>
    public static int Size(string hashtag) => "#".Length + hashtag.Length + Or.Length;

    /// <summary>What hashtags may take together in a query of at most this many characters: each brings an OR along, and the last needs none.</summary>
    public static int Capacity(int length) => length - Prefix.Length - Suffix.Length + Or.Length;

    /// <summary>As few queries of at most <paramref name="length"/> characters as hold all hashtags: the longest first, each where it first fits.</summary>
    public static IReadOnlyList<string> Pack(IEnumerable<string> hashtags, int length)
    {
        var packing = new XPacking([.. hashtags], Capacity(length));
        packing.PlaceRest();
        return [.. packing.Groups.Select(Query)];
    }
}
