using System.Text.Json.Nodes;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>A small table of words and figures under a row of headings.</summary>
public static class FigureTable
{
    /// <param name="headings">As many as each row has cells. On a phone of 390 px four short ones fit without breaking.</param>
    public static JsonObject Of(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows) => new()
    {
        ["type"] = "Table",

        // Its first row is the header unless said otherwise; documents and renderers spell that property differently.
        ["showGridLines"] = true,
        ["columns"] = Array(headings.Select(_ => new JsonObject { ["width"] = 1 })),
        ["rows"] = Array(rows.Prepend(headings).Select((cells, i) => Row(cells, isHeader: i == 0))),
    };

    private static JsonObject Row(IReadOnlyList<string> cells, bool isHeader) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = Array(cells.Select(c => new JsonObject
        {
            ["type"] = "TableCell",
            ["items"] = Array([Rich(Run(c, bold: isHeader, size: "Small"))]),
        })),
    };
}
