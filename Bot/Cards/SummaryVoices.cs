using System.Text.Json.Nodes;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Summary;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The summary's lines on what patients said: praise beside problems, how well that was read, and what PALS has yet to answer.</summary>
public static class SummaryVoices
{
    private const int MostTopics = 3;

    public static IEnumerable<JsonObject> Of(DailySummary summary, Organisation organisation)
    {
        var (all, before) = (summary.All, summary.Before);
        return all.Received == 0 && all.Thanked == 0 ? [] :
        [
            Line("Complaints: ", $"{Words.Figure(all.Complaints)} (was {Words.Figure(before.Complaints)}){Most(summary.Complained)}"),
            .. IfAny("Again after fixing: ", all.Again, before.Again),
            Line("Praise: ", $"{Words.Figure(all.Praise)} (was {Words.Figure(before.Praise)}){Most(summary.Praised)}").Spaced("None"),
            Line("Thanked for: ", $"{Words.Figure(all.Thanked)} (was {Words.Figure(before.Thanked)})").Spaced("None"),
            .. IfAny("Must not wait: ", all.Alarms, before.Alarms),
            .. AccuracyLines.Of([.. summary.Wards.Select(w => (w.Key, w.Value.Corrected, w.Value.Received))], organisation),
            .. AccuracyLines.OfAlarms(all),
        ];
    }

    public static IEnumerable<JsonObject> Pals(DailySummary summary, Organisation organisation, DateTimeOffset now)
    {
        if (summary.Pals.Count == 0)
        {
            yield break;
        }

        var days = new WorkingDays(BankHolidays.English, organisation.TimeZone);
        var waits = summary.Pals.OrderBy(p => p.Clock.DueOn(days)).ThenBy(p => p.Clock.HandedOverAt).ToList();
        yield return Rich(Run("PALS has yet to acknowledge: ", subtle: true), Run(Words.Count(waits.Count, "complaint", "complaints"), bold: true));
        foreach (var wait in waits.Take(SummaryCard.MostPals))
        {
            yield return Rich(
                Run($"{CaseWords.Ward(wait.WardId, organisation)}: ", subtle: true),
                Run(wait.Clock.InWords(now, days), bold: wait.Clock.IsOverdue(now, days)),
                Run(Web(wait.Link) is null ? "" : " · ", subtle: true),
                Run(Web(wait.Link) is null ? "" : "Open the card", link: wait.Link)).Spaced("None");
        }

        if (waits.Count > SummaryCard.MostPals)
        {
            yield return Rich(Run($"and {Words.Figure(waits.Count - SummaryCard.MostPals)} more", subtle: true)).Spaced("None");
        }
    }

    private static IEnumerable<JsonObject> IfAny(string what, int now, int before) =>
        now + before == 0 ? [] : [Line(what, $"{Words.Figure(now)} (was {Words.Figure(before)})").Spaced("None")];

    private static JsonObject Line(string what, string figures) => Rich(Run(what, subtle: true), Run(figures));

    private static string Most(IReadOnlyList<KeyValuePair<Topic, int>> topics) =>
        topics.Count == 0 ? "" : $", most about {string.Join(", ", topics.Take(MostTopics).Select(t => $"{ToneNames.Of(t.Key)} {Words.Figure(t.Value)}"))}";
}
