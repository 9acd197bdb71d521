using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>Reads parts of somebody else's JSON without assuming that they are there.</summary>
internal static class JsonReading
{
    public static JsonElement? Part(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) ? part : null;

    public static string? Words(this JsonElement json, string name) =>
        json.Part(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> Rows(this JsonElement json, string name) =>
        json.Part(name) is { ValueKind: JsonValueKind.Array } rows ? rows.EnumerateArray() : [];
}
