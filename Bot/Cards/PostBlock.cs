using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The upper block of a card: the post as X wants it shown, and nothing of ours.</summary>
public static class PostBlock
{
    private const string Removed = "Removed by its author, or no longer public on X. Its words and pictures are gone from here too.";

    private const string Withheld = "X doesn't show this post in this country.";

    public static JsonObject Of(Post post, Organisation organisation, Brevity brevity) => Container(post.RemovedAt is not null ? [Rich(Run(Removed))]
        : post.IsWithheldIn(organisation.Country) ? [Rich(Run(Withheld)), Foot(post, organisation.TimeZone)]
        :
        [
            Author(post),
            .. PostText.Paragraphs(post, brevity.Text, brevity.Lines, brevity.Links, IsOnX(post) ? "… (the rest is on X)" : "… (shortened)"),
            .. Pictures.Of(post, brevity, brevity.Photos, "pictures"),
            .. QuoteBlock.Of(post, organisation, brevity),
            Foot(post, organisation.TimeZone),
        ]);

    /// <summary>The post in one line of letters, for lists and previews.</summary>
    public static string Briefly(Post post, Organisation organisation, int length)
    {
        var text = Foreign.Shorten(Foreign.OneLine(PostText.Plain(post)), length);
        return post.RemovedAt is not null ? "(removed by its author)" : post.IsWithheldIn(organisation.Country) ? $"({Withheld.TrimEnd('.')})" : text.Length == 0 ? "(no text)" : text;
    }

    /// <summary>Whose it is, for the same places; empty where it mustn't be shown.</summary>
    public static string Byline(Post post, Organisation organisation) => post.IsWithheldIn(organisation.Country) ? "" : Foreign.Inline(post.Author.Name, 40);

    /// <summary>Whether the post is longer than is shown of it.</summary>
    public static bool IsShortened(Post post, Organisation organisation, Brevity brevity)
    {
        var text = PostText.Plain(post);
        return !post.IsWithheldIn(organisation.Country) && (text.Length > brevity.Text || Foreign.Lines(text).Count > brevity.Lines);
    }

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

    /// <summary>When it was written, and the way to where it is.</summary>
    public static JsonObject Foot(Post post, TimeZoneInfo zone)
    {
        var time = Run(Words.Time(post.PostedAt, zone), subtle: true, link: post.Url);
        return IsOnX(post) && Web(post.Url) is not null
            ? Rich(time, Run(" · ", subtle: true), Run("View on X", link: post.Url))
            : Rich(time);
    }
}
