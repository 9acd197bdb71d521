using System.Text.Json.Nodes;
using FeedbackBot.Summary;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>How well posts were read, by what staff put right: in all, and in which wards, so that one ward's figure isn't lost in the hospital's.</summary>
public static class AccuracyLines
{
    private const int MostWards = 3;

    /// <param name="wards">Corrected readings and all of them, by ward.</param>
    public static IEnumerable<JsonObject> Of(IReadOnlyList<(string WardId, int Corrected, int Received)> wards, Organisation organisation)
    {
        yield return Line($"Staff corrected {Words.Figure(wards.Sum(w => w.Corrected))} of {Words.Count(wards.Sum(w => w.Received), "reading", "readings")}");
        var wrong = wards.Where(w => w.Corrected > 0).OrderByDescending(w => w.Corrected).ToList();
        if (wrong.Count == 0 || wards.Count == 1)
        {
            yield break;
        }

        var named = wrong.Take(MostWards).Select(w => $"{CaseWords.Ward(w.WardId, organisation)}: {Words.Figure(w.Corrected)} of {Words.Figure(w.Received)}").ToList();
        var more = wrong.Skip(MostWards).ToList();
        var rest = more.Count == 0 ? "" : $"; {Words.Figure(more.Sum(w => w.Corrected))} in {Words.Count(more.Count, "more ward", "more wards")}";
        yield return Line($"Read wrongly in {string.Join("; ", named)}{rest}");
    }

    /// <summary>How often the lead was rung in vain, and how often staff saw what the bot didn't.</summary>
    public static IEnumerable<JsonObject> OfAlarms(WardFigures figures)
    {
        List<string> said =
        [
            .. figures.AlarmsLifted == 0 ? (IEnumerable<string>)[] : [$"Nobody was at risk in {Words.Figure(figures.AlarmsLifted)} of {Words.Count(figures.Alarms, "post that rang", "posts that rang")}"],
            .. figures.AlarmsRaised == 0 ? (IEnumerable<string>)[] : [$"Staff saw {Words.Figure(figures.AlarmsRaised)} that the bot had missed"],
        ];
        return said.Select(Line);
    }

    private static JsonObject Line(string words) => Rich(Run(words, subtle: true)).Spaced("None");
}
