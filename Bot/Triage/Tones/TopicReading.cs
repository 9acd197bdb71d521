namespace FeedbackBot.Triage.Tones;

/// <summary>A topic of a post, with what the post says about it: the nurses may be praised where the toilets are not.</summary>
/// <param name="Tone">About this topic; never mixed.</param>
/// <param name="Severity">0 where nothing is complained of, else 1 (a small thing) to 4 (harm or disgrace).</param>
/// <param name="Word">What named it, as it stands in the post; empty where no single word did.</param>
public sealed record TopicReading(Topic Topic, Tone Tone, int Severity, string Word)
{
    public bool IsComplaint => Tone == Tone.Complaint;
}
