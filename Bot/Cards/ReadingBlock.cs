using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>What was found in a post's words: at the top what must not wait, in the case's lines its tone and topics, under its history what decided.</summary>
public static class ReadingBlock
{
    public const string LifeAtRisk = "If somebody's life is at risk ring 999 / the crash team 2222 first, then tell the safeguarding lead.";

    private const int MostWords = 6;

    public static IEnumerable<JsonObject> Tone(Case @case)
    {
        if (ToneSentence.Of(@case.Findings.Reading) is { Length: > 0 } sentence)
        {
            yield return Rich(Run("Read as: ", subtle: true), Run(sentence), Run(@case.IsCorrected ? " (corrected by staff)" : "", subtle: true)).Spaced("Small");
        }
    }

    /// <summary>What to do first, and what staff noticed. Once that is closed, only that there was something; once somebody has seen to it, who.</summary>
    public static IEnumerable<JsonObject> Alarm(CaseFile file, Organisation organisation, Brevity brevity)
    {
        var round = AlarmRounds.Now(file);
        if (file.Case.Findings.Alarm is { } alarm)
        {
            yield return Rich(Run(alarm.Sentence, bold: true));
            if (AlarmRounds.Rings(file))
            {
                yield return Rich(Run(LifeAtRisk, bold: true)).Spaced("None");
            }
        }

        var said = file.Case.Findings.Alarm is null ? AlarmRounds.Lifted(file, round - 1) : AlarmRounds.Raised(file, round);
        if (said is not null)
        {
            yield return Rich(Run(CaseWords.Event(said, organisation, brevity.Note))).Spaced("Small");
        }
    }

    /// <summary>The author's words, so only where the post is shown.</summary>
    public static IEnumerable<JsonObject> Because(Case @case, ShownPost shown, string country, Brevity brevity)
    {
        if (shown.Instead is not null)
        {
            yield break;
        }

        var (reading, _, alarm) = @case.Findings;
        var most = Math.Min(MostWords, brevity.Events / 2);
        if (reading.Words.Count > 0)
        {
            yield return Line($"Read as {Named(reading.Tone)} because of: ", reading.Words.Take(most));
        }

        foreach (var topic in reading.Topics.Where(t => t.Word.Length > 0).Take(most))
        {
            yield return Line($"About {ToneNames.Of(topic.Topic)} because of: ", [topic.Word]);
        }

        // Words of a quoted post that may not be seen here may not be read here either.
        var isQuoteShown = shown.Post.Quote?.Post?.IsWithheldIn(country) != true;
        if (alarm?.WithWordsOf(SafeguardingReader.TextsOf(isQuoteShown ? shown.Post : shown.Post with { Quote = null })) is { Words.Count: > 0 } seen)
        {
            yield return Line("Must not wait because of: ", seen.Words.Take(most));
        }
    }

    private static JsonObject Line(string ours, IEnumerable<string> words) =>
        Rich(Run(ours, subtle: true), Run(string.Join(", ", words.Select(w => $"“{Foreign.Inline(w, 30)}”")))).Spaced("Small");

    private static string Named(Tone tone) => tone switch
    {
        Triage.Tone.Complaint => "a complaint",
        Triage.Tone.Compliment => "praise",
        Triage.Tone.Mixed => "complaint and praise",
        _ => "neither complaint nor praise",
    };
}
