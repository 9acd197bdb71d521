using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FeedbackBot.Cards;

/// <summary>The few elements of Adaptive Cards 1.5 that our cards are made of.</summary>
public static partial class Elements
{
    private const int LongestLink = 1000;

    public static JsonObject Card(string spoken, IEnumerable<JsonObject> body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        // Two letters by the documents; the renderer refuses "en-GB".
        ["lang"] = "en",
        ["fallbackText"] = spoken,
        ["speak"] = spoken,
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = Array(body),
    };

    /// <summary>Our own words only: clients read markdown, mentions and macros in a TextBlock.</summary>
    public static JsonObject Heading(string ours, string size = "Large") => new()
    {
        ["type"] = "TextBlock",
        ["text"] = ours,
        ["wrap"] = true,
        ["size"] = size,
        ["weight"] = "Bolder",
        ["style"] = "heading",
    };

    /// <summary>A paragraph in which nothing is interpreted.</summary>
    public static JsonObject Rich(params IEnumerable<IEnumerable<JsonObject>> runs) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = Array(runs.SelectMany(r => r)),
    };

    /// <summary>
    /// The text as one run; as several where it holds <c>{{DATE(…)}}</c> or <c>{{TIME(…)}}</c>, which renderers replace even here, but
    /// only within a run.
    /// </summary>
    public static IEnumerable<JsonObject> Run(string text, bool bold = false, bool subtle = false, string? size = null, Uri? link = null, bool mono = false)
    {
        foreach (var part in BeforeMacro().Split(text).Where(p => p.Length > 0))
        {
            var run = new JsonObject { ["type"] = "TextRun", ["text"] = part };
            Set(run, "weight", bold ? "Bolder" : null);
            Set(run, "isSubtle", subtle ? true : null);
            Set(run, "size", size);
            Set(run, "fontType", mono ? "Monospace" : null);
            if (Web(link) is { } url)
            {
                run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = url };
            }

            yield return run;
        }
    }

    public static JsonObject Container(IEnumerable<JsonObject> items, bool emphasis = false, bool separator = false)
    {
        var container = new JsonObject { ["type"] = "Container", ["items"] = Array(items) };
        Set(container, "style", emphasis ? "emphasis" : null);
        Set(container, "separator", separator ? true : null);
        return container;
    }

    public static JsonObject Columns(params IEnumerable<JsonObject> columns) => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = Array(columns),
    };

    /// <param name="width">"auto", "stretch" or a weight.</param>
    public static JsonObject Column(string width, params IEnumerable<JsonObject> items) => new()
    {
        ["type"] = "Column",
        ["width"] = width,
        ["items"] = Array(items),
    };

    public static JsonObject Actions(params IEnumerable<JsonObject> actions) => new()
    {
        ["type"] = "ActionSet",
        ["actions"] = Array(actions),
    };

    public static JsonObject Spaced(this JsonObject element, string spacing)
    {
        element["spacing"] = spacing;
        return element;
    }

    /// <summary>The address as text if a card may link to it: nothing but the web's own schemes, and no longer than links are.</summary>
    public static string? Web(Uri? url) =>
        url is { IsAbsoluteUri: true } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.AbsoluteUri.Length <= LongestLink
            ? url.AbsoluteUri
            : null;

    public static JsonArray Array(IEnumerable<JsonObject> nodes)
    {
        var array = new JsonArray();
        foreach (var node in nodes)
        {
            array.Add((JsonNode)node);
        }

        return array;
    }

    public static void Set(JsonObject on, string name, JsonNode? value)
    {
        if (value is not null)
        {
            on[name] = value;
        }
    }

    [GeneratedRegex(@"(?<=\{)(?=\{\s*(?:DATE|TIME)\s*\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeMacro();
}
