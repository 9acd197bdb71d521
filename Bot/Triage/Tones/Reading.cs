namespace FeedbackBot.Triage.Tones;

/// <summary>What the tone reader makes of a post.</summary>
/// <param name="Severity">Of the worst statement: 0 where nothing is complained of, else 1 (a small thing) to 4 (harm or disgrace).</param>
/// <param name="Topics">In the order of <see cref="Topic"/>.</param>
/// <param name="Words">What decided the tone, as it stands in the post, the weightiest first; few, and none where nothing stood out.</param>
public sealed record Reading(Tone Tone, int Severity, IReadOnlyList<TopicReading> Topics, IReadOnlyList<string> Words);
