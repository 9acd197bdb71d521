using System.Text.Json.Nodes;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Triage;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>A boss's digest: what needs a decision, then the figures, praise beside problems. It describes posts and quotes none.</summary>
public static class DigestCard
{
    private const int MostWards = 12;

    /// <param name="links">To the cards of cases, by case id.</param>
    public static JsonObject Of(Digest digest, IReadOnlyDictionary<string, Uri> links, Organisation organisation)
    {
        var lines = new DigestLines(digest, links, organisation);
        return Card(
            Spoken(digest),
            [
                Heading("Your digest"),
                Rich(Run($"{About(digest.Reach, organisation)} · since {Words.Time(digest.Since, organisation.TimeZone)}", subtle: true)).Spaced("None"),
                .. Decisions(digest, lines, organisation),
                .. Figures(digest),
                .. Accuracy(digest, organisation),
                .. Part("Praise", digest.Praise, lines.Praise),
                .. Chart(digest, organisation),
                Rich(Run("“digest off” ends it, “digest Mon-Fri 8:30” sets other times, “digest” shows them.", subtle: true, size: "Small")).Spaced("Medium"),
            ]);
    }

    private static string Spoken(Digest digest)
    {
        var urgent = digest.MustNotWait.Count == 0 ? "" : $" {Words.Count(digest.MustNotWait.Count, "case", "cases")} must not wait.";
        return $"Your digest.{urgent} {Words.Figure(Sum(digest, w => w.Received))} received, {Words.Figure(Sum(digest, w => w.Waiting))} waiting, "
            + $"{Words.Figure(Sum(digest, w => w.Claimed))} claimed, {Words.Figure(Sum(digest, w => w.Resolved))} resolved.";
    }

    private static string About(DigestReach reach, Organisation organisation) =>
        Foreign.Inline(reach.WardIds is { } wardIds ? WardNames.Of(wardIds, organisation) : organisation.Name);

    private static IEnumerable<JsonObject> Decisions(Digest digest, DigestLines lines, Organisation organisation)
    {
        if (!digest.NeedsDecision)
        {
            return [Rich(Run("Nothing waits for a decision.", bold: true)).Spaced("Medium")];
        }

        var days = new WorkingDays(BankHolidays.English, organisation.TimeZone);
        return
        [
            .. Part("Must not wait", digest.MustNotWait, lines.MustNotWait),
            .. Part("Brought to bosses, and nobody goes yet", digest.NotTaken, lines.NotTaken),
            .. Part("Complaints with PALS", digest.Pals, c => lines.Pals(c, days)),
            .. Part("Waiting longest", digest.Waiting, lines.Waiting),
        ];
    }

    private static IEnumerable<JsonObject> Part<T>(string title, DigestPart<T> part, Func<T, JsonObject> line)
    {
        if (part.Count == 0)
        {
            yield break;
        }

        yield return Heading($"{title} ({Words.Figure(part.Count)})", "Default");
        foreach (var one in part.First)
        {
            yield return line(one).Spaced("Small");
        }

        if (part.Left > 0)
        {
            yield return Rich(Run($"and {Words.Figure(part.Left)} more", subtle: true)).Spaced("Small");
        }
    }

    private static IEnumerable<JsonObject> Figures(Digest digest)
    {
        yield return Heading("How it went", "Default");
        yield return Columns(
            Figure("Received", Sum(digest, w => w.Received)),
            Figure("Waiting", Sum(digest, w => w.Waiting)),
            Figure("Claimed", Sum(digest, w => w.Claimed)),
            Figure("Resolved", Sum(digest, w => w.Resolved)));
        if (digest.Tones.Values.Sum() > 0)
        {
            yield return Rich(Run(Tones(digest.Tones)));
        }
    }

    /// <summary>Only where there is something to tell: a digest is short.</summary>
    private static IEnumerable<JsonObject> Accuracy(Digest digest, Organisation organisation) => Sum(digest, w => w.Corrected) == 0
        ? []
        : AccuracyLines.Of([.. digest.Wards.Where(w => w.Received > 0).Select(w => (w.WardId, w.Corrected, w.Received))], organisation);

    /// <summary>Praise beside problems: neither is to be read without the other.</summary>
    private static string Tones(IReadOnlyDictionary<Tone, int> tones)
    {
        var (complaints, praise, both) = (tones.GetValueOrDefault(Tone.Complaint), tones.GetValueOrDefault(Tone.Compliment), tones.GetValueOrDefault(Tone.Mixed));
        var neither = tones.GetValueOrDefault(Tone.Neutral);
        return $"Received: {Words.Count(complaints, "complaint", "complaints")}, {Words.Count(praise, "compliment", "compliments")}"
            + (both == 0 ? "" : $", {Words.Figure(both)} with both")
            + (neither == 0 ? "." : $", {Words.Figure(neither)} with neither.");
    }

    private static JsonObject Figure(string label, int figure) => Column(
        "1",
        Rich(Run(Words.Figure(figure), bold: true, size: "ExtraLarge")),
        Rich(Run(label, size: "Small")).Spaced("None"));

    private static int Sum(Digest digest, Func<DigestWard, int> figure) => digest.Wards.Sum(figure);

    private static IEnumerable<JsonObject> Chart(Digest digest, Organisation organisation)
    {
        var wards = digest.Wards.Where(w => w.Waiting + w.Claimed + w.Resolved > 0).ToList();
        if (wards.Count == 0)
        {
            yield break;
        }

        var shown = wards.Take(MostWards).ToList();
        yield return StackedBars.Of(
            "Ward by ward: waiting, claimed, resolved",
            shown.Select(w => (CaseWords.Ward(w.WardId, organisation), Parts(w))),
            FigureTable.Of(
                ["Ward", "Waiting", "Claimed", "Resolved"],
                shown.Select(w => (IReadOnlyList<string>)[CaseWords.Ward(w.WardId, organisation), Words.Figure(w.Waiting), Words.Figure(w.Claimed), Words.Figure(w.Resolved)])));
        if (wards.Count > MostWards)
        {
            yield return Rich(Run($"and {Words.Count(wards.Count - MostWards, "more ward", "more wards")}", subtle: true));
        }
    }

    private static IReadOnlyList<BarPart> Parts(DigestWard ward) =>
        [new("Waiting", ward.Waiting, "attention"), new("Claimed", ward.Claimed, "warning"), new("Resolved", ward.Resolved, "good")];
}
