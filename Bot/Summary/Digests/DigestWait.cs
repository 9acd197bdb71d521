using FeedbackBot.Cases;

namespace FeedbackBot.Summary.Digests;

/// <summary>A case that waits for somebody.</summary>
/// <param name="Since">When it became New, or its ward's.</param>
public sealed record DigestWait(Case Case, DateTimeOffset Since);
