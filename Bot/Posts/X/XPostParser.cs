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
                return Read(data, root, XBilled.Of(root), now);
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
                [.. XJson.Array(root, "data").Select(data => Read(data, root, XBilled.Nothing, now))],
                XBilled.Of(root),
                XJson.Text(meta, "newest_id"),
                XJson.Text(meta, "next_token"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static XLine Read(JsonElement data, JsonElement root, XBilled billed, DateTimeOffset now) =>
        XJson.Text(data, "id") is { Length: > 0 } id
            ? new XLine.Delivered(XPost.Of(id, data, XJson.Object(root, "includes") ?? default, now), billed)
            : new XLine.Skipped("its post has no id");
}
