using System.Text.Json;

namespace FeedbackBot.Teams;

/// <summary>A pressed button. Its data is what some card carried once: only ids and inputs are taken from it, never how things stand.</summary>
/// <param name="ShownVersion">The version of the case that the pressed card showed.</param>
/// <param name="Data">The button's data with the inputs merged in.</param>
public sealed record Click(string? Verb, string? CaseId, int? ShownVersion, JsonElement? Data)
{
    /// <summary>Action.Execute arrives as an invoke with an action inside, Action.Submit as a message whose value is the data.</summary>
    public static Click Of(Activity activity)
    {
        var action = activity.Value is { } value && value.TryGetProperty("action", out var inner) && inner.ValueKind == JsonValueKind.Object
            ? inner
            : (JsonElement?)null;
        var data = action is { } execute
            ? execute.TryGetProperty("data", out var carried) && carried.ValueKind == JsonValueKind.Object ? carried : null
            : activity.Value;
        return new Click(
            ActivityReader.Text(action, "verb") ?? ActivityReader.Text(data, "verb"),
            ActivityReader.Text(data, "case"),
            data is { } d && d.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null,
            data);
    }

    /// <summary>A mark that a button carries.</summary>
    public bool Has(string name) => Data is { } data && data.TryGetProperty(name, out var mark) && mark.ValueKind == JsonValueKind.True;

    /// <summary>The button stood on a list of cases.</summary>
    public bool IsOnList => Has("list");

    public string Input(string name) => ActivityReader.Text(Data, name) ?? "";
}
