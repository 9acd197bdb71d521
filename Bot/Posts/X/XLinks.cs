using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedbackBot.Posts.X;

/// <summary>What X's "entities" make of a text, as its display rules ask: addresses by their short names, hashtags, cashtags and mentions leading to X.</summary>
internal static partial class XLinks
{
    /// <summary>Longer than any hashtag or name on X; an address of what is longer would be no address.</summary>
    private const int LongestWord = 300;

    /// <param name="ownIds">The post's own, of all its editions.</param>
    /// <param name="quotedId">Of the post that it quotes; null where it quotes none.</param>
    public static IReadOnlyList<TextLink> Of(XText text, JsonElement entities, IReadOnlyList<string> ownIds, string? quotedId)
    {
        var found = new List<(TextLink Link, bool IsApart)>();
        foreach (var entity in XJson.Array(entities, "urls"))
        {
            if (Address(text, entity) is { } link)
            {
                found.Add((link, IsApart(entity, ownIds, quotedId)));
            }
        }

        found.AddRange(Words(text, entities, "hashtags", "tag", "#＃", tag => $"hashtag/{Uri.EscapeDataString(tag)}"));
        found.AddRange(Words(text, entities, "cashtags", "tag", "$＄", tag => $"search?q={Uri.EscapeDataString($"${tag}")}"));
        found.AddRange(Words(text, entities, "mentions", "username", "@＠", Uri.EscapeDataString));
        return WithoutWhatIsApart(text.Text, InOrder(found));
    }

    private static TextLink? Address(XText text, JsonElement entity)
    {
        if (XJson.Text(entity, "url") is not { Length: > 0 } url)
        {
            return null;
        }

        // X's own short addresses are unlike anything else, so one that isn't where X says it is can be looked for.
        var place = Place(text, entity, slice => slice.Span.SequenceEqual(url));
        if (place is null && text.Text.IndexOf(url, StringComparison.Ordinal) is var at and >= 0)
        {
            place = (at, url.Length);
        }

        return place is { } it
            ? new(it.Start, it.Length, XJson.Text(entity, "display_url") is { Length: > 0 } shown ? shown : null, XJson.Link(entity, "expanded_url") ?? XJson.Link(entity, "url"))
            : null;
    }

    private static IEnumerable<(TextLink Link, bool IsApart)> Words(
        XText text, JsonElement entities, string kind, string name, string marks, Func<string, string> page)
    {
        foreach (var entity in XJson.Array(entities, kind))
        {
            if (XJson.Text(entity, name) is { Length: > 0 and <= LongestWord } word
                && Place(text, entity, s => marks.Contains(s.Span[0], StringComparison.Ordinal) && s.Span[1..].Equals(word, StringComparison.OrdinalIgnoreCase)) is { } at)
            {
                yield return (new(at.Start, at.Length, null, new Uri($"https://x.com/{page(word)}")), false);
            }
        }
    }

    private static (int Start, int Length)? Place(XText text, JsonElement entity, Func<ReadOnlyMemory<char>, bool> isIt) =>
        XJson.Number(entity, "start") is { } start && XJson.Number(entity, "end") is { } end ? text.Find(start, end, isIt) : null;

    /// <summary>X names a post's four pictures by one address, four times, and nothing keeps it from naming two things at one place.</summary>
    private static List<(TextLink Link, bool IsApart)> InOrder(List<(TextLink Link, bool IsApart)> found)
    {
        var kept = new List<(TextLink Link, bool IsApart)>(found.Count);
        var end = 0;
        foreach (var one in found.OrderBy(f => f.Link.Start).ThenByDescending(f => f.Link.Length))
        {
            if (one.Link.Start >= end)
            {
                kept.Add(one);
                end = one.Link.Start + one.Link.Length;
            }
        }

        return kept;
    }

    /// <summary>As on X: addresses of the post's own pictures and of what it quotes aren't shown where the text ends with them.</summary>
    private static List<TextLink> WithoutWhatIsApart(string text, List<(TextLink Link, bool IsApart)> found)
    {
        var links = found.Select(f => f.Link).ToList();
        var end = text.Length;
        for (var i = links.Count - 1; i >= 0 && found[i].IsApart; i--)
        {
            var after = links[i].Start + links[i].Length;
            if (!text.AsSpan(after, end - after).IsWhiteSpace())
            {
                break;
            }

            var start = text.AsSpan(0, links[i].Start).TrimEnd().Length;
            links[i] = new(start, end - start, "", null);
            end = start;
        }

        return links;
    }

    private static bool IsApart(JsonElement entity, IReadOnlyList<string> ownIds, string? quotedId)
    {
        if (XJson.Text(entity, "media_key") is not null)
        {
            return true;
        }

        var post = PostUrl().Match(XJson.Text(entity, "expanded_url") ?? "");
        return post.Success && (post.Groups["media"].Success ? ownIds.Contains(post.Groups["id"].Value) : post.Groups["id"].Value == quotedId);
    }

    [GeneratedRegex(@"^https?://(?:\w+\.)?(?:x|twitter)\.com/\w+(?:/web)?/status/(?<id>\d+)(?<media>/(?:photo|video)/\d+)?/?(?:\?.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PostUrl();
}
