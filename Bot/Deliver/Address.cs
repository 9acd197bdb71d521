namespace FeedbackBot.Deliver;

/// <summary>Where an answer goes.</summary>
/// <param name="ConversationId">A thread of a channel, or a 1:1 chat.</param>
/// <param name="ReplyToId">The activity that it answers; null in a chat.</param>
public sealed record Address(string ServiceUrl, string ConversationId, string? ReplyToId);
