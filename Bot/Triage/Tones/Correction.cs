namespace FeedbackBot.Triage.Tones;

/// <summary>What a person says a post is, in place of what was read in it.</summary>
public sealed record Correction(Tone Tone, IReadOnlyList<Topic> Topics)
{
    /// <summary>
    /// The reading as it is from now on. A topic that was read keeps its own tone where praise and complaint go together; a new one is complained of. What an earlier correction
    /// made of it doesn't count: whoever picked the wrong one can pick again.
    /// </summary>
    public Reading Of(Reading read)
    {
        var first = read.First ?? read;
        if (!Changes(first))
        {
            return first.Confirmed();
        }

        var severity = Tone is Tone.Complaint or Tone.Mixed ? Math.Max(1, first.Severity) : 0;
        return new Reading(
            Tone,
            severity,
            [.. Topics.Distinct().Order().Select(topic =>
            {
                var tone = ToneOf(topic, first);
                return new TopicReading(topic, tone, tone == Tone.Complaint ? severity : 0, "");
            })],
            [])
        { First = first };
    }

    /// <summary>False where it says what was read already.</summary>
    public bool Changes(Reading read) => Tone != read.Tone || !Topics.Distinct().Order().SequenceEqual(read.Topics.Select(t => t.Topic).Order());

    private Tone ToneOf(Topic topic, Reading read) => Tone != Tone.Mixed ? Tone
        : read.Topics.FirstOrDefault(t => t.Topic == topic) is { Tone: Tone.Compliment } ? Tone.Compliment
        : Tone.Complaint;
}
