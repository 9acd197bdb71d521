namespace FeedbackBot.Triage.Tones;

/// <summary>What a person says a post is, in place of what was read in it.</summary>
public sealed record Correction(Tone Tone, IReadOnlyList<Topic> Topics)
{
    /// <summary>The reading as it is from now on. A topic that was read keeps its own tone where praise and complaint go together; a new one is complained of.</summary>
    public Reading Of(Reading read)
    {
        var severity = Tone is Tone.Complaint or Tone.Mixed ? Math.Max(1, read.Severity) : 0;
        return new Reading(
            Tone,
            severity,
            [.. Topics.Distinct().Order().Select(topic =>
            {
                var tone = ToneOf(topic, read);
                return new TopicReading(topic, tone, tone == Tone.Complaint ? severity : 0, "");
            })],
            []);
    }

    /// <summary>False where it says what was read already.</summary>
    public bool Changes(Reading read) => Tone != read.Tone || !Topics.Distinct().Order().SequenceEqual(read.Topics.Select(t => t.Topic).Order());

    private Tone ToneOf(Topic topic, Reading read) => Tone != Tone.Mixed ? Tone
        : read.Topics.FirstOrDefault(t => t.Topic == topic) is { Tone: Tone.Compliment } ? Tone.Compliment
        : Tone.Complaint;
}
