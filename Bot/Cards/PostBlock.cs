using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The upper block of a card: the post as X wants it shown, and nothing of ours.</summary>
public static class PostBlock
{
    public static JsonObject Of(ShownPost shown, Organisation organisation, Brevity brevity) => Container(shown switch
    {
        { IsWithheld: true } => [Rich(Run(shown.Instead!), Run(Web(shown.Post.Url) is null ? "" : " · "), Run(Web(shown.Post.Url) is null ? "" : "open on X", link: shown.Post.Url))],
        { IsRemoved: true } => [Rich(Run(shown.Instead!))],
        { Instead: { } instead } => [Rich(Run(instead)), Foot(shown.Post, organisation.TimeZone)],
        _ => Whole(shown.Post, organisation, brevity),
    });

    private static IEnumerable<JsonObject> Whole(Post post, Organisation organisation, Brevity brevity) =>
    [
        Author(post),
        .. PostText.Paragraphs(post, brevity.Text, brevity.Lines, brevity.Links, IsOnX(post) ? "… (the rest is on X)" : "… (shortened)"),
        .. Pictures.Of(post, brevity, brevity.Photos, $"pictures-{post.Id}"),
        .. QuoteBlock.Of(post, organisation, brevity),
        Foot(post, organisation.TimeZone),
    ];

    /// <summary>The post in one line of letters, for lists and previews.</summary>
    public static string Briefly(ShownPost shown, int length)
    {
        var text = Foreign.Shorten(Foreign.OneLine(PostText.Plain(shown.Post)), length);
        return shown.IsRemoved ? "(removed by its author)" : shown.Instead is { } instead ? $"({instead.TrimEnd('.')})" : text.Length == 0 ? "(no text)" : text;
    }

    /// <summary>Whose it is, for the same places; empty where it mustn't be shown.</summary>
    public static string Byline(ShownPost shown) => shown.Instead is null ? Foreign.Inline(shown.Post.Author.Name, 40) : "";

    /// <summary>Whether the post is longer than is shown of it.</summary>
    public static bool IsShortened(ShownPost shown, Brevity brevity)
    {
        var text = PostText.Plain(shown.Post);
        return text.Length > brevity.Text || Foreign.Lines(text).Count > brevity.Lines;
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
