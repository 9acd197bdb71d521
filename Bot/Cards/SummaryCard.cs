using System.Text.Json.Nodes;
using FeedbackBot.Summary;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The day in figures, beside the one before.</summary>
public static class SummaryCard
{
    public const int MostPals = 8;

    private const int MostWards = 30;

    // On a phone of 390 px the headings over the figures fit without breaking; names of wards may break between words.
    private static readonly int[] ColumnWeights = [1, 1, 1, 1];

    /// <param name="longestLink">To the card of the case that waits the longest; null where it has none.</param>
    /// <param name="now">For the clocks of PALS.</param>
    public static JsonObject Of(DailySummary summary, Organisation organisation, Uri? longestLink, DateTimeOffset now)
    {
        var (all, before) = (summary.All, summary.Before);
        List<JsonObject> body =
        [
            Rich(Run(Foreign.Inline(summary.Span.Title, 120), bold: true, size: "Large")),
            Rich(Run($"{Foreign.Inline(summary.WardIds is { Count: > 1 } several ? WardNames.Of(several, organisation) : organisation.Name)} · “was” is {Earlier(summary.Span)}", subtle: true)).Spaced("None"),
            Columns(
                Figure("Received", all.Received, before.Received),
                Figure("Waiting", all.Waiting, before.Waiting),
                Figure("Claimed", all.Claimed, before.Claimed),
                Figure("Resolved", all.Resolved, before.Resolved)),
            Rich(Run("Half were claimed within: ", subtle: true), Run(Median(all.ToClaim, before.ToClaim))),
            Rich(Run("Half were resolved within: ", subtle: true), Run(Median(all.ToResolve, before.ToResolve))).Spaced("None"),
            .. SummaryVoices.Of(summary, organisation),
            .. Wards(summary, organisation),
            .. SummaryVoices.Pals(summary, organisation, now),
            .. Longest(summary, organisation, longestLink),
        ];
        return Card(
            $"{Foreign.Spoken(summary.Span.Title)}: {Words.Figure(all.Received)} received, {Words.Figure(all.Waiting)} waiting, {Words.Figure(all.Claimed)} claimed, {Words.Figure(all.Resolved)} resolved.",
            body);
    }

    private static JsonObject Figure(string label, int now, int before) => Column(
        "1",
        Rich(Run(Words.Figure(now), bold: true, size: "ExtraLarge")),
        Rich(Run(label, size: "Small")).Spaced("None"),
        Rich(Run($"was {Words.Figure(before)}", subtle: true, size: "Small")).Spaced("None"));

    private static string Earlier(SummarySpan span) => span.To - span.From > TimeSpan.FromHours(36) ? "the week before" : "the day before";

    private static string Median(TimeSpan? now, TimeSpan? before) => $"{Words.Duration(now)} (was {Words.Duration(before)})";

    private static IEnumerable<JsonObject> Wards(DailySummary summary, Organisation organisation)
    {
        if (summary.Wards.Count == 0)
        {
            yield break;
        }

        yield return new JsonObject
        {
            ["type"] = "Table",
            // Its first row is the header unless said otherwise; documents and renderers spell that property differently.
            ["showGridLines"] = true,
            ["columns"] = Array(ColumnWeights.Select(w => new JsonObject { ["width"] = w })),
            ["rows"] = Array(
            [
                Row(true, "Ward", "Received", "Waiting", "Resolved"),
                .. summary.Wards.Take(MostWards).Select(w => Row(
                    false,
                    CaseWords.Ward(w.Key, organisation),
                    Words.Figure(w.Value.Received),
                    Words.Figure(w.Value.Waiting),
                    Words.Figure(w.Value.Resolved))),
            ]),
        };
        if (summary.Wards.Count > MostWards)
        {
            yield return Rich(Run($"and {Words.Count(summary.Wards.Count - MostWards, "more ward", "more wards")}", subtle: true));
        }
    }

    private static JsonObject Row(bool header, params IEnumerable<string> cells) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = Array(cells.Select(c => new JsonObject
        {
            ["type"] = "TableCell",
            ["items"] = Array([Rich(Run(c, bold: header, size: "Small"))]),
        })),
    };

    private static IEnumerable<JsonObject> Longest(DailySummary summary, Organisation organisation, Uri? link)
    {
        if (summary.Longest is not { } longest)
        {
            yield return Rich(Run("Nothing is waiting."));
            yield break;
        }

        yield return Rich(
            Run("Longest waiting: ", subtle: true),
            Run($"{CaseWords.Ward(longest.WardId, organisation)}, since {Words.Time(longest.Since, organisation.TimeZone)}", bold: true));
        if (Web(link) is { } url)
        {
            yield return Actions(Buttons.Open("Open the longest waiting", url));
        }
    }
}
