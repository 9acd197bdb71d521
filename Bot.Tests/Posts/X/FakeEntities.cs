using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>What X finds in a text that it has escaped; places count code points.</summary>
internal static partial class FakeEntities
{
    public static JsonObject Of(string escaped, IReadOnlyList<(string Url, string Expanded, string Shown)> addresses)
    {
        var entities = new JsonObject();
        Add(entities, "hashtags", Hashtag().Matches(escaped).Select(m => Placed(escaped, m.Index, m.Length, ("tag", m.Groups[1].Value))));
        Add(entities, "mentions", Mention().Matches(escaped).Select(m => Placed(escaped, m.Index, m.Length, ("username", m.Groups[1].Value))));
        Add(entities, "urls", addresses.SelectMany(a => Regex.Matches(escaped, Regex.Escape(a.Url)).Select(m =>
            Placed(escaped, m.Index, m.Length, ("url", a.Url), ("expanded_url", a.Expanded), ("display_url", a.Shown)))));
        return entities;
    }

    /// <summary>One entity at this place of the text, given in UTF-16 characters.</summary>
    public static JsonObject Placed(string text, int index, int length, params (string Name, string Value)[] what)
    {
        var placed = new JsonObject { ["start"] = CodePoints(text[..index]), ["end"] = CodePoints(text[..(index + length)]) };
        foreach (var (name, value) in what)
        {
            placed[name] = value;
        }

        return placed;
    }

    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static void Add(JsonObject entities, string kind, IEnumerable<JsonObject> found)
    {
        var all = found.ToArray();
        if (all.Length > 0)
        {
            entities[kind] = new JsonArray(all);
        }
    }

    [GeneratedRegex(@"(?<![\w&/])[#＃](\w+)")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<!\w)@(\w+)")]
    private static partial Regex Mention();
}
