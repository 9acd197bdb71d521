using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>
/// What X says of posts that were looked up. Erasing can't be undone, so only a post that X itself names as gone is gone; whatever is
/// missing, odd or about something else leaves it unclear.
/// </summary>
/// <param name="Live">By the id that was asked for: the newest edition there is.</param>
/// <param name="Gone">Ids that were asked for and that the public can't read any more: deleted, or their author's account is protected or suspended.</param>
/// <param name="Unclear">The rest of what was asked for.</param>
public sealed record XLookupAnswer(IReadOnlyDictionary<string, string> Live, IReadOnlyList<string> Gone, IReadOnlyList<string> Unclear)
{
    // The addresses before the last segment have changed with X's name (facts-x.md, Staying connected).
    private static readonly string[] SaysGone = ["resource-not-found", "not-authorized-for-resource"];

    /// <summary>By the id that was asked for, where it is the newest edition: the countries in which X withholds it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Withheld { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Of these ids, the newest editions of those whose authors have edited them since.</summary>
    public IReadOnlyList<string> EditedOf(IEnumerable<string> ids) => [.. Live.Where(l => l.Key != l.Value).IntersectBy(ids, l => l.Key).Select(l => l.Value)];

    /// <returns>Null where it can't be read or says nothing of any of them.</returns>
    public static XLookupAnswer? Of(ReadOnlyMemory<byte> body, IReadOnlyCollection<string> asked)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var live = LiveIn(json.RootElement, asked);
            var gone = XJson.Array(json.RootElement, "errors").Where(IsGone)
                .Select(e => XJson.Text(e, "resource_id") ?? XJson.Text(e, "value"))
                .Where(id => id is not null && asked.Contains(id) && !live.ContainsKey(id))
                .OfType<string>().Distinct().ToList();
            return live.Count + gone.Count == 0 ? null : new(live, gone, [.. asked.Except(live.Keys).Except(gone)])
            {
                Withheld = XJson.Array(json.RootElement, "data")
                    .Where(d => XJson.Text(d, "id") is { } id && live.GetValueOrDefault(id) == id)
                    .DistinctBy(d => XJson.Text(d, "id"))
                    .ToDictionary(d => XJson.Text(d, "id")!, XPost.WithheldIn),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>About a post that was asked for itself, not about one it quotes, its author or its pictures.</summary>
    private static bool IsGone(JsonElement error) =>
        SaysGone.Contains((XJson.Text(error, "type") ?? "").Split('/')[^1])
        && XJson.Text(error, "resource_type") is null or "tweet" or "post"
        && XJson.Text(error, "section") is null or "data"
        && XJson.Text(error, "parameter") is null or "ids";

    private static Dictionary<string, string> LiveIn(JsonElement root, IReadOnlyCollection<string> asked)
    {
        var live = new Dictionary<string, string>();
        foreach (var data in XJson.Array(root, "data"))
        {
            if (XJson.Text(data, "id") is not { Length: > 0 } id)
            {
                continue;
            }

            // X may answer with a newer edition than the one that was asked for.
            List<string> editions = [id, .. XJson.Array(data, "edit_history_tweet_ids").Select(XJson.Text).OfType<string>()];
            var newest = editions.Aggregate((a, b) => Edition.IsNewer(b, a) ? b : a);
            foreach (var edition in editions.Where(asked.Contains))
            {
                live[edition] = newest;
            }
        }

        return live;
    }
}
