using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>A post's text as its reader sees it: links by the names that the source shows for them, and without what is shown apart.</summary>
public static class PostText
{
    /// <summary>All of it in letters alone.</summary>
    public static string Plain(string text, IReadOnlyList<TextLink> links) => string.Concat(Pieces(text, links).Select(p => p.Text));

    public static string Plain(Post post) => Plain(post.Text, post.Links);

    /// <summary>A paragraph per line: each is a direction of its own, so right-to-left marks in one reach nothing else.</summary>
    /// <param name="most">Characters.</param>
    /// <param name="mostLinks">Further ones are letters only.</param>
    /// <param name="ending">What stands where it was cut off.</param>
    public static IEnumerable<JsonObject> Paragraphs(Post post, int most, int mostLines, int mostLinks, string ending)
    {
        var lines = Lines(Cut([.. Pieces(post.Text, post.Links)], most, ending));
        if (lines.Count > mostLines)
        {
            lines = [.. lines.Take(mostLines), [(ending, null)]];
        }

        var (spacing, links) = ("Default", 0);
        foreach (var line in lines)
        {
            if (line.All(p => string.IsNullOrWhiteSpace(p.Text)))
            {
                spacing = "Medium";
                continue;
            }

            yield return Rich([.. Joined(line.Select(p => (p.Text, p.Link is not null && links++ < mostLinks ? p.Link : null))).Select(p => Run(p.Text, link: p.Link))]).Spaced(spacing);
            spacing = "None";
        }
    }

    /// <summary>What leads nowhere is one run, however many pieces it had.</summary>
    private static List<(string Text, Uri? Link)> Joined(IEnumerable<(string Text, Uri? Link)> pieces)
    {
        var joined = new List<(string Text, Uri? Link)>();
        foreach (var (text, link) in pieces)
        {
            if (link is null && joined is [.., (var before, null)])
            {
                joined[^1] = (before + text, null);
            }
            else
            {
                joined.Add((text, link));
            }
        }

        return joined;
    }

    /// <summary>Links that don't fit the text, or overlap, are left out rather than believed.</summary>
    private static IEnumerable<(string Text, Uri? Link)> Pieces(string text, IReadOnlyList<TextLink> links)
    {
        var at = 0;
        foreach (var link in links.Where(l => l.Length >= 0 && l.Start >= 0 && l.Start <= text.Length - l.Length))
        {
            if (link.Start < at)
            {
                continue;
            }

            yield return (text[at..link.Start], null);
            yield return (link.Shown ?? text.Substring(link.Start, link.Length), link.Target);
            at = link.Start + link.Length;
        }

        yield return (text[at..], null);
    }

    private static List<(string Text, Uri? Link)> Cut(List<(string Text, Uri? Link)> pieces, int most, string ending)
    {
        var left = Foreign.Shorten(string.Concat(pieces.Select(p => p.Text)), most, "").Length;
        if (left == pieces.Sum(p => p.Text.Length))
        {
            return pieces;
        }

        var kept = new List<(string Text, Uri? Link)>();
        foreach (var (text, link) in pieces)
        {
            kept.Add((text[..Math.Min(text.Length, left)], link));
            left -= kept[^1].Text.Length;
        }

        return [.. kept, (ending, null)];
    }

    private static List<List<(string Text, Uri? Link)>> Lines(List<(string Text, Uri? Link)> pieces)
    {
        List<List<(string Text, Uri? Link)>> lines = [[]];
        foreach (var (text, link) in pieces.Where(p => p.Text.Length > 0))
        {
            var parts = Foreign.Lines(text);
            lines[^1].Add((parts[0], link));
            lines.AddRange(parts.Skip(1).Select(part => new List<(string Text, Uri? Link)> { (part, link) }));
        }

        return lines;
    }
}
