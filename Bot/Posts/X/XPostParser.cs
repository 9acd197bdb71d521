using System.Globalization;
using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>X's JSON as posts. Whatever is missing or odd leaves its place empty; only a post without an id is no post.</summary>
public static class XPostParser
{
    /// <param name="line">One line of the stream, UTF-8.</param>
    /// <param name="now">When the line came: the time of a post that doesn't say its own.</param>
    public static XLine Parse(ReadOnlyMemory<byte> line, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (XJson.Object(root, "data") is { } data)
            {
                // A delivery may carry errors about what it refers to; it is a post all the same.
                return Read(data, root, Users(root), now);
            }

            return XJson.Array(root, "errors").ToList() is [var error, ..]
                ? new XLine.Ended(XProblem.Of(error))
                : new XLine.Skipped("it has no data");
        }
        catch (JsonException)
        {
            return new XLine.Skipped("it isn't JSON");
        }
    }

    /// <returns>Null where it isn't JSON.</returns>
    public static XPage? ParsePage(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var meta = XJson.Object(root, "meta") ?? default;
            return new(
                [.. XJson.Array(root, "data").Select(data => Read(data, root, 0, now))],
                Users(root),
                XJson.Text(meta, "newest_id"),
                XJson.Text(meta, "next_token"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Users(JsonElement root) => XJson.Array(XJson.Object(root, "includes") ?? default, "users").Count();

    private static XLine Read(JsonElement data, JsonElement root, int users, DateTimeOffset now) =>
        XJson.Text(data, "id") is { Length: > 0 } id
            ? new XLine.Delivered(PostOf(id, data, XJson.Object(root, "includes") ?? default, now), users)
            : new XLine.Skipped("its post has no id");

    private static Post PostOf(string id, JsonElement data, JsonElement includes, DateTimeOffset now)
    {
        var author = AuthorOf(data, includes);
        return new Post
        {
            Id = XJson.Text(XJson.Array(data, "edit_history_tweet_ids").FirstOrDefault()) is { Length: > 0 } first ? first : id,
            Source = XPostSource.SourceName,
            EditionId = id,
            Text = Unescape(XJson.Text(XJson.Object(data, "note_tweet") ?? default, "text") ?? XJson.Text(data, "text") ?? ""),
            Author = author,
            PostedAt = DateTimeOffset.TryParse(
                XJson.Text(data, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : now,
            Url = new Uri($"https://x.com/{(author.Handle is { } handle ? Uri.EscapeDataString(handle) : "i/web")}/status/{Uri.EscapeDataString(id)}"),
            Photos = PhotosOf(data, includes),
            Language = XJson.Text(data, "lang"),
            Sensitive = XJson.IsTrue(data, "possibly_sensitive"),
            IsRepost = XJson.Array(data, "referenced_tweets").Any(r => XJson.Text(r, "type") == "retweeted"),
        };
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
            !string.IsNullOrWhiteSpace(name) ? Unescape(name) : handle ?? Author.Unknown.Name,
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
            var isVideo = XJson.Text(media, "type") is "video" or "animated_gif";
            if (XJson.Link(media, isVideo ? "preview_image_url" : "url") is { } url)
            {
                var altText = XJson.Text(media, "alt_text");
                photos.Add(new(url, string.IsNullOrWhiteSpace(altText) ? null : altText, isVideo));
            }
        }

        return photos;
    }

    // X writes these three, and only these, as HTML does: "<3" comes as "&lt;3". The last one last, or "&amp;lt;" would become "<".
    private static string Unescape(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
        : text;
}
