using System.Text.Json.Nodes;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>
/// Teams' chart of horizontal bars, a bar to a row and a part to a figure. Clients that draw no charts show the table in its place
/// (learn.microsoft.com, "Charts in Adaptive Cards").
/// </summary>
public static class StackedBars
{
    /// <param name="table">Tells the same in words and figures.</param>
    /// <param name="rows">A row without any figure above zero is left out: it would be an empty bar.</param>
    public static JsonObject Of(string title, IEnumerable<(string Title, IReadOnlyList<BarPart> Parts)> rows, JsonObject table) => new()
    {
        ["type"] = "Chart.HorizontalBar.Stacked",
        ["title"] = title,
        ["data"] = Array(rows.Where(r => r.Parts.Any(p => p.Figure > 0)).Select(r => new JsonObject
        {
            ["title"] = r.Title,
            ["data"] = Array(r.Parts.Where(p => p.Figure > 0).Select(p => new JsonObject
            {
                ["legend"] = p.Legend,
                ["value"] = p.Figure,
                ["color"] = p.Colour,
            })),
        })),
        ["fallback"] = table,
    };
}
