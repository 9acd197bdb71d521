namespace FeedbackBot.LocalTeams;

/// <summary>One misbehaviour that is on.</summary>
/// <param name="Left">Requests that it will still spoil; null is without end.</param>
public sealed record MisbehaviourState(string Kind, DateTimeOffset Until, int? Left, string? Channel, int? RetryAfter)
{
    public bool Is(string kind, string? conversation, DateTimeOffset now) =>
        Kind == kind && now < Until && Left is null or > 0 && (Channel is null || Channel == conversation);
}
