namespace FeedbackBot.LocalTeams;

/// <summary>What <c>POST /local/misbehave</c> asks for.</summary>
/// <param name="Seconds">How long; 60 unless told.</param>
/// <param name="Count">How many requests at most; null is all.</param>
/// <param name="Channel">The one conversation that it is about; null is all.</param>
/// <param name="RetryAfter">Seconds: what a 429 or 503 names, and how long <c>slow</c> waits.</param>
public sealed record MisbehaviourOrder(string? Kind, double? Seconds = null, int? Count = null, string? Channel = null, int? RetryAfter = null);
