namespace FeedbackBot.Deliver;

/// <summary>An intention on its way into the outbox.</summary>
/// <param name="Lane">The conversation whose order it keeps; null when it follows <paramref name="WardId"/>'s channel.</param>
/// <param name="Key">The same key leaves one row, however often it arrives.</param>
public sealed record OutboxEntry(Intention Intention, string? Lane, string? WardId, string? CaseId = null, string? Key = null)
{
    /// <summary>To the ward's channel, wherever that is by then.</summary>
    public static OutboxEntry ToWard(string wardId, string caseId, Intention intention) => new(intention, null, wardId, caseId);

    /// <summary>To a conversation that is known already.</summary>
    public static OutboxEntry ToLane(string lane, Intention intention, string? caseId = null, string? key = null) =>
        new(intention, lane, null, caseId, key);
}
