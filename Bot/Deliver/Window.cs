namespace FeedbackBot.Deliver;

/// <summary>At most so many requests in any stretch of time this long.</summary>
public sealed record Window(int Most, TimeSpan Length);
