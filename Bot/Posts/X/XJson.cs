using System.Globalization;
using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>Reading X's JSON without trusting its shape: what isn't there, or is of another kind, is null.</summary>
internal static class XJson
{
    public static string? Text(JsonElement from, string name) => Of(from, name, JsonValueKind.String) is { } value ? Text(value) : null;

    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that aren't UTF-8. The post counts, and its link shows it as X does.
            return "\uFFFD";
        }
    }

    public static JsonElement? Object(JsonElement from, string name) => Of(from, name, JsonValueKind.Object);

    public static IEnumerable<JsonElement> Array(JsonElement from, string name) =>
        Of(from, name, JsonValueKind.Array) is { } value ? value.EnumerateArray() : [];

    /// <summary>A whole number, which X writes with or without quotes.</summary>
    public static long? Number(JsonElement from, string name) =>
        Of(from, name, JsonValueKind.Number) is { } value ? (value.TryGetInt64(out var number) ? number : null)
        : long.TryParse(Text(from, name), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;

    public static bool IsTrue(JsonElement from, string name) => Of(from, name, JsonValueKind.True) is not null;

    /// <summary>An address a browser may be sent to; null for anything else.</summary>
    public static Uri? Link(JsonElement from, string name) =>
        Uri.TryCreate(Text(from, name), UriKind.Absolute, out var url) && url.Scheme is ("https" or "http") ? url : null;

    private static JsonElement? Of(JsonElement from, string name, JsonValueKind kind) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;
}
