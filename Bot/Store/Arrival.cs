using FeedbackBot.Posts;
using FeedbackBot.Triage;

namespace FeedbackBot.Store;

/// <summary>A post with triage's verdict, about to become durable.</summary>
public sealed record Arrival(Post Post, Verdict Verdict);
