using FeedbackBot.Cases;

namespace FeedbackBot.Summary;

/// <summary>Where a case stood at some moment.</summary>
/// <param name="Since">When it came into this state, this ward or these hands.</param>
public sealed record CaseStanding(string WardId, CaseState State, DateTimeOffset Since);
