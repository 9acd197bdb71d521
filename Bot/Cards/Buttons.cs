using System.Text.Json.Nodes;

namespace FeedbackBot.Cards;

/// <summary>Buttons, and the inputs that go with them.</summary>
public static class Buttons
{
    /// <summary>A button that comes to us with its data. Some phones know no Action.Execute: they send the same data by Action.Submit.</summary>
    public static JsonObject Execute(string title, JsonObject data, bool positive = false)
    {
        var execute = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = (string?)data["verb"],
            ["data"] = data,
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone() },
        };
        Elements.Set(execute, "style", positive ? "positive" : null);
        return execute;
    }

    public static JsonObject Open(string title, string url) => new()
    {
        ["type"] = "Action.OpenUrl",
        ["title"] = title,
        ["url"] = url,
    };

    public static JsonObject Show(string title, params IEnumerable<JsonObject> body) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = title,
        ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = Elements.Array(body) },
    };

    /// <summary>Several lines of text that may not be empty.</summary>
    public static JsonObject Note(string label, string error) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = "note",
        ["label"] = label,
        ["isMultiline"] = true,
        ["isRequired"] = true,
        ["errorMessage"] = error,
        ["maxLength"] = 1000,
    };

    public static JsonObject Text(string id, string label, string placeholder) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = id,
        ["label"] = label,
        ["placeholder"] = placeholder,
        ["maxLength"] = 200,
    };

    /// <param name="choices">Value and title; the title is shortened to one line.</param>
    public static JsonObject Choice(string id, string label, string placeholder, IEnumerable<(string Value, string Title)> choices) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = id,
        ["label"] = label,
        ["placeholder"] = placeholder,
        ["choices"] = Elements.Array(choices.Select(c => new JsonObject { ["title"] = Foreign.Inline(c.Title, 60), ["value"] = c.Value })),
    };
}
