namespace FeedbackBot.Triage.Tones;

/// <summary>A topic of a post, with what the post says about it: the nurses may be praised where the toilets are not.</summary>
/// <param name="Tone">About this topic; never mixed.</param>
/// <param name="Severity">0 where nothing is complained of, else 1 (a small thing) to 4 (harm or disgrace).</param>
/// <param name="Word">What named it, as it stands in the post; empty where no single word did.</param>
public sealed record TopicReading(Topic Topic, Tone Tone, int Severity, string Word)
{
    /// <summary>More likely than not. The bar for naming a topic is lower, since one that is missing is worse on a card than one too many; for counting people's complaints together it isn't.</summary>
    public bool IsSure { get; init; } = true;

    public bool IsComplaint => Tone == Tone.Complaint;
}
