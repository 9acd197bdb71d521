namespace FeedbackBot.Tests.Posts.X;

/// <summary>One answer that isn't success.</summary>
/// <param name="Status">0 breaks the connection before an answer.</param>
/// <param name="ResetAt">Sent as x-rate-limit-reset.</param>
public sealed record FakeRefusal(int Status, string Body = "{\"title\":\"Refused\"}", DateTimeOffset? ResetAt = null);
