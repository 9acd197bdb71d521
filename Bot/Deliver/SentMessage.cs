namespace FeedbackBot.Deliver;

/// <summary>A message that Teams has, and how it is reached again.</summary>
/// <param name="Lane">In which it was sent.</param>
/// <param name="ConversationId">A thread of a channel, or a 1:1 chat.</param>
public sealed record SentMessage(string Lane, string ServiceUrl, string ConversationId, string ActivityId);
