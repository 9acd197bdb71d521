using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>What a case's card says of other cases: that it was fixed before, and who else complains. Of their posts the times alone, since words may have to be withheld.</summary>
public static class OtherCasesBlock
{
    /// <summary>All of a note stands on the card it belongs to.</summary>
    private const int LongestNote = 120;

    public static IEnumerable<JsonObject> Fixed(CaseFile file, Organisation organisation, Brevity brevity)
    {
        if (file.Others.Fixed is { } before)
        {
            yield return Rich(
                Run("Again after fixing. ", bold: true),
                Run(CaseWords.Fixed(before.Resolved, organisation, Math.Min(LongestNote, brevity.Note))),
                Web(before.Link) is null || brevity.Links == 0 ? [] : Run(" · ", subtle: true).Concat(Run("Open that card", link: before.Link))).Spaced("Small");
        }
    }

    public static IEnumerable<JsonObject> Patterns(CaseFile file, Organisation organisation, Brevity brevity) =>
        file.Others.Patterns.Select(line => Rich(Run($"{People(line)} here. ", bold: true), brevity.Links == 0 ? [] : Posts(line, organisation)).Spaced("Small"));

    /// <summary>For <c>speak</c>; empty or with a blank at its end.</summary>
    public static string Spoken(CaseFile file) =>
        string.Concat(file.Others.Patterns.Select(l => $"{People(l)}. ").Prepend(file.Others.Fixed is null ? "" : "Again after fixing. "));

    private static IEnumerable<JsonObject> Posts(PatternLine line, Organisation organisation) =>
    [
        .. Run(line.Others.Count == 1 && !line.HasMore ? "The other post: " : "The other posts: ", subtle: true),
        .. line.Others.SelectMany((other, i) => Run(i == 0 ? "" : " · ", subtle: true).Concat(Run(Words.Time(other.PostedAt, organisation.TimeZone), link: other.Link))),
        .. Run(line.HasMore ? " · and more" : "", subtle: true),
    ];

    private static string People(PatternLine line) =>
        $"{line.People}{(line.People == PatternLine.ManyPeople ? " or more" : "")} people complain about {ToneNames.Of(line.Topic)}";
}
