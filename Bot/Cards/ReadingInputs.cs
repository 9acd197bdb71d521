using System.Text.Json.Nodes;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Cards;

/// <summary>Where a person puts right what was read in a post; filled in with what was read.</summary>
public static class ReadingInputs
{
    private static readonly (Tone Tone, string Title)[] Tones =
    [
        (Tone.Complaint, "This is a complaint"),
        (Tone.Compliment, "This is praise"),
        (Tone.Mixed, "This is both"),
        (Tone.Neutral, "This is neither"),
    ];

    public static IEnumerable<JsonObject> Of(Reading reading)
    {
        var tone = Buttons.Choice("tone", "Read wrongly? Say what it is", "Choose what it is", Tones.Select(t => ($"{t.Tone}", t.Title)));
        tone["value"] = $"{reading.Tone}";
        yield return tone;

        var topics = Buttons.Choice("topics", "And what it is about", "Choose topics", Enum.GetValues<Topic>().Select(t => ($"{t}", ToneSentence.Capital(ToneNames.Of(t)))));
        topics["isMultiSelect"] = true;

        // As a list to choose from, not as eleven boxes: More is long enough for a phone.
        topics["style"] = "compact";
        topics["value"] = string.Join(',', reading.Topics.Select(t => t.Topic));
        yield return topics;
    }

    /// <returns>What was chosen, or null and one sentence for the presser.</returns>
    /// <param name="topics">As clients send several choices: with commas between.</param>
    public static (Correction? Correction, string? Fault) Read(string tone, string topics)
    {
        if (tone.Length == 0)
        {
            return (null, "Please choose what it is, then press Correct again.");
        }

        var known = new List<Topic>();
        foreach (var name in topics.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsNamed(name, out Topic topic))
            {
                return (null, "I don't know that topic. Please choose from the list.");
            }

            known.Add(topic);
        }

        return IsNamed(tone, out Tone said) ? (new Correction(said, known), null) : (null, "Please choose one of the four, then press Correct again.");
    }

    /// <summary>By its name: a number would pass for a value that isn't there.</summary>
    private static bool IsNamed<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: true, out value) && Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase);
}
