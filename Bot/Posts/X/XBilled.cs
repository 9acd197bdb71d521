using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>What X bills for an answer: every post and person in it, those that come along included.</summary>
public sealed record XBilled(IReadOnlyCollection<string> Posts, IReadOnlyCollection<string> People)
{
    public static XBilled Nothing { get; } = new([], []);

    /// <param name="root">A line of the stream or a whole page.</param>
    internal static XBilled Of(JsonElement root)
    {
        var includes = XJson.Object(root, "includes") ?? default;
        var posts = XJson.Object(root, "data") is { } one ? [one] : XJson.Array(root, "data");
        return new(Ids(posts.Concat(XJson.Array(includes, "tweets"))), Ids(XJson.Array(includes, "users")));
    }

    private static List<string> Ids(IEnumerable<JsonElement> from) => [.. from.Select(e => XJson.Text(e, "id")).OfType<string>()];
}
