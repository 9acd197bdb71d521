using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The post that a post quotes, in a box of its own inside the post block.</summary>
public static class QuoteBlock
{
    private const int MostLines = 12;

    public static IEnumerable<JsonObject> Of(Post post, Organisation organisation, Brevity brevity)
    {
        if (post.Quote is not { } quote)
        {
            yield break;
        }

        var url = quote.Post?.Url ?? (PostBlock.IsOnX(post) ? new Uri($"https://x.com/i/web/status/{Uri.EscapeDataString(quote.Id)}") : null);
        var box = quote.Post is not { } quoted ? Missing("The post it quotes can't be seen here.", url)
            : quoted.IsWithheldIn(organisation.Country) ? Missing("X doesn't show the post it quotes in this country.", url)
            : Quoted(quoted, post.Id, organisation, brevity);
        yield return Container(box, emphasis: true).Spaced("Medium");
    }

    private static IEnumerable<JsonObject> Missing(string why, Uri? url)
    {
        yield return Rich(Run(why, subtle: true), Run(Web(url) is null ? "" : " View on X", link: url));
    }

    private static IEnumerable<JsonObject> Quoted(Post quoted, string quotingId, Organisation organisation, Brevity brevity)
    {
        var profile = PostBlock.Profile(quoted);
        yield return Rich(
            Run("Quotes ", subtle: true),
            Run(Foreign.Inline(quoted.Author.Name), bold: true, link: profile),
            Run(PostBlock.Handle(quoted) is { } handle ? $" {handle}" : "", subtle: true, link: profile));
        var ending = PostBlock.IsOnX(quoted) ? "… (the rest is on X)" : "… (shortened)";
        foreach (var paragraph in PostText.Paragraphs(quoted, brevity.Quoted, MostLines, brevity.Links, ending))
        {
            yield return paragraph;
        }

        foreach (var picture in Pictures.Of(quoted, brevity, 1, $"quoted-by-{quotingId}"))
        {
            yield return picture;
        }

        yield return PostBlock.Foot(quoted, organisation.TimeZone);
    }
}
