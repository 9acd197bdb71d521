namespace FeedbackBot.Summary;

/// <summary>The case that has been New the longest.</summary>
/// <param name="Since">When it became New; a reopened or moved case starts anew.</param>
public sealed record LongestWait(string CaseId, string WardId, DateTimeOffset Since);
