using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The upper block of a card: the post as X wants it shown, and nothing of ours.</summary>
public static class PostBlock
{
    private const string Removed = "Removed by its author, or no longer public on X. Its words and pictures are gone from here too.";

    public static JsonObject Of(Post post, TimeZoneInfo zone, Brevity brevity) => post.RemovedAt is not null
        ? Container([Rich(Run(Removed))])
        : Container(
        [
            Author(post),
            .. Text(post, brevity),
            .. Photos(post, brevity),
            .. Foot(post, zone),
        ]);

    /// <summary>The post in one line of plain text, for lists and previews.</summary>
    public static string Briefly(Post post, int length)
    {
        var text = Foreign.Shorten(Foreign.OneLine(post.Text), length);
        return post.RemovedAt is not null ? "(removed by its author)" : text.Length == 0 ? "(no text)" : text;
    }

    /// <summary>Whether the post is longer than is shown of it.</summary>
    public static bool IsShortened(Post post, Brevity brevity) => post.Text.Length > brevity.Text || Foreign.Lines(post.Text).Count > brevity.Lines;

    public static bool IsOnX(Post post) => post.Source == "x";

    /// <summary>A handle from elsewhere may be a stranger's on X, so only X's own lead there.</summary>
    public static Uri? Profile(Post post) => IsOnX(post) ? post.Author.ProfileUrl : null;

    public static string? Handle(Post post) => post.Author.Handle is null ? null : $"@{Foreign.Inline(post.Author.Handle, 40)}";

    private static JsonObject Author(Post post)
    {
        var columns = new List<JsonObject>();
        if (Web(post.Author.PictureUrl) is { } picture)
        {
            columns.Add(Column("auto", new JsonObject
            {
                ["type"] = "Image",
                ["url"] = picture,
                ["altText"] = "The author's picture",
                ["size"] = "Small",
                ["style"] = "Person",
            }));
        }

        var names = Column("stretch", Rich(Run(Foreign.Inline(post.Author.Name), bold: true, link: Profile(post))));
        if (Handle(post) is { } handle)
        {
            names["items"]!.AsArray().Add((JsonNode)Rich(Run(handle, subtle: true, link: Profile(post))).Spaced("None"));
        }

        columns.Add(names);
        if (IsOnX(post))
        {
            columns.Add(Column("auto", Rich(Run("X", bold: true, size: "Large"))));
        }

        return Columns(columns);
    }

    /// <summary>A paragraph per line: each is a direction of its own, so right-to-left marks in one reach nothing else.</summary>
    private static IEnumerable<JsonObject> Text(Post post, Brevity brevity)
    {
        var ending = IsOnX(post) ? "… (the rest is on X)" : "… (shortened)";
        var lines = Foreign.Lines(Foreign.Shorten(post.Text, brevity.Text, ending)).ToList();
        if (lines.Count > brevity.Lines)
        {
            lines = [.. lines.Take(brevity.Lines), ending];
        }

        var spacing = "Default";
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                spacing = "Medium";
                continue;
            }

            yield return Rich(Run(line)).Spaced(spacing);
            spacing = "None";
        }
    }

    private static IEnumerable<JsonObject> Photos(Post post, Brevity brevity)
    {
        var shown = post.Photos.Where(p => Web(p.Url) is not null).Take(brevity.Photos).ToList();
        if (shown.Count == 1)
        {
            var only = Image(shown[0], post, brevity);
            only["width"] = "280px";
            yield return only;
        }
        else
        {
            foreach (var pair in shown.Chunk(2))
            {
                var columns = pair.Select(p => Column("stretch", Image(p, post, brevity))).ToList();
                yield return Columns(pair.Length == 2 ? columns : [.. columns, Column("stretch")]);
            }
        }

        if (shown.Any(p => p.IsVideo))
        {
            yield return Note(IsOnX(post) ? "A still of a video, which plays on X." : "A still of a video.");
        }

        if (post.Photos.Count > shown.Count)
        {
            yield return Note(Words.Count(post.Photos.Count - shown.Count, "more picture", "more pictures") + (IsOnX(post) ? " on X." : "."));
        }
    }

    private static JsonObject Image(Photo photo, Post post, Brevity brevity)
    {
        var description = Foreign.Inline(photo.AltText, brevity.AltText);
        var image = new JsonObject
        {
            ["type"] = "Image",
            ["url"] = Web(photo.Url),
            ["altText"] = description.Length == 0 ? "No description" : description,
            ["size"] = "Stretch",
        };
        if (Web(post.Url) is { } url)
        {
            image["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = url };
        }

        return image;
    }

    private static JsonObject Note(string ours) => Rich(Run(ours, subtle: true, size: "Small")).Spaced("Small");

    private static IEnumerable<JsonObject> Foot(Post post, TimeZoneInfo zone)
    {
        var time = Run(Words.Time(post.PostedAt, zone), subtle: true, link: post.Url);
        yield return IsOnX(post) && Web(post.Url) is not null
            ? Rich(time, Run(" · ", subtle: true), Run("View on X", link: post.Url))
            : Rich(time);
    }
}
