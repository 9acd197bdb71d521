using System.Globalization;
using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>One post of X's JSON, with what it refers to in "includes".</summary>
internal static class XPost
{
    /// <param name="now">The time of a post that doesn't say its own.</param>
    public static Post Of(string id, JsonElement data, JsonElement includes, DateTimeOffset now)
    {
        var quote = QuoteOf(data, includes, now);
        return One(id, data, includes, now, quote?.Id) with { Quote = quote };
    }

    private static Post One(string id, JsonElement data, JsonElement includes, DateTimeOffset now, string? quotedId)
    {
        var author = AuthorOf(data, includes);
        var editions = XJson.Array(data, "edit_history_tweet_ids").Select(XJson.Text).OfType<string>().Where(e => e.Length > 0).ToList();

        // A long post's "text" is cut off; the whole one has entities of its own, whose offsets are the whole text's.
        var whole = XJson.Object(data, "note_tweet") is { } note && XJson.Text(note, "text") is not null ? note : data;
        var text = new XText(XJson.Text(whole, "text") ?? "");
        return new Post
        {
            Id = editions is [var first, ..] ? first : id,
            Source = XPostSource.SourceName,
            EditionId = id,
            Text = text.Text,
            Links = XLinks.Of(text, XJson.Object(whole, "entities") ?? default, [id, .. editions], quotedId),
            Author = author,
            PostedAt = DateTimeOffset.TryParse(
                XJson.Text(data, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : now,
            Url = new Uri($"https://x.com/{(author.Handle is { } handle ? Uri.EscapeDataString(handle) : "i/web")}/status/{Uri.EscapeDataString(id)}"),
            Photos = PhotosOf(data, includes),
            Language = XJson.Text(data, "lang"),
            Sensitive = XJson.IsTrue(data, "possibly_sensitive"),
            WithheldIn = WithheldIn(data),
            IsRepost = XJson.Array(data, "referenced_tweets").Any(r => XJson.Text(r, "type") == "retweeted"),
        };
    }

    private static Quote? QuoteOf(JsonElement data, JsonElement includes, DateTimeOffset now)
    {
        var reference = XJson.Array(data, "referenced_tweets").FirstOrDefault(r => XJson.Text(r, "type") == "quoted");
        if (XJson.Text(reference, "id") is not { Length: > 0 } id)
        {
            return null;
        }

        var quoted = XJson.Array(includes, "tweets").FirstOrDefault(t => XJson.Text(t, "id") == id);
        return new(id, quoted.ValueKind is JsonValueKind.Object ? One(id, quoted, includes, now, quotedId: null) : null);
    }

    private static Author AuthorOf(JsonElement data, JsonElement includes)
    {
        if (XJson.Text(data, "author_id") is not { } id
            || XJson.Array(includes, "users").FirstOrDefault(u => XJson.Text(u, "id") == id) is not { ValueKind: JsonValueKind.Object } found)
        {
            return Author.Unknown;
        }

        var handle = XJson.Text(found, "username") is { Length: > 0 } username ? username : null;
        var name = XJson.Text(found, "name");
        return new(
            !string.IsNullOrWhiteSpace(name) ? new XText(name).Text : handle ?? Author.Unknown.Name,
            handle,
            XJson.Link(found, "profile_image_url"));
    }

    private static List<Photo> PhotosOf(JsonElement data, JsonElement includes)
    {
        var photos = new List<Photo>();
        var keys = XJson.Array(XJson.Object(data, "attachments") ?? default, "media_keys");
        foreach (var key in keys.Select(XJson.Text).OfType<string>())
        {
            var media = XJson.Array(includes, "media").FirstOrDefault(m => XJson.Text(m, "media_key") == key);
            var type = XJson.Text(media, "type");
            var moves = type is "video" or "animated_gif";
            if (XJson.Link(media, moves ? "preview_image_url" : "url") is { } url)
            {
                var altText = XJson.Text(media, "alt_text");
                photos.Add(new(
                    url,
                    string.IsNullOrWhiteSpace(altText) ? null : altText,
                    moves,
                    type is "animated_gif",
                    Pixels(media, "width"),
                    Pixels(media, "height")));
            }
        }

        return photos;
    }

    private static int? Pixels(JsonElement media, string name) => XJson.Number(media, name) is > 0 and <= 100_000 and var pixels ? (int)pixels : null;

    /// <summary>Countries in which X mustn't show it, whether for the post's own sake or for its author's.</summary>
    internal static IReadOnlyList<string> WithheldIn(JsonElement data)
    {
        var withheld = XJson.Object(data, "withheld") ?? default;
        var countries = XJson.Array(withheld, "country_codes").Select(XJson.Text).OfType<string>().Where(c => c.Length == 2 && c.All(char.IsAsciiLetter)).ToList();

        // A claim of copyright without countries is one for all of them.
        return countries.Count == 0 && XJson.IsTrue(withheld, "copyright") ? ["XY"] : countries;
    }
}
