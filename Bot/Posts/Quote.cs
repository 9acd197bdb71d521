namespace FeedbackBot.Posts;

/// <summary>That a post quotes another one.</summary>
/// <param name="Id">The quoted post's.</param>
/// <param name="Post">Null where the source didn't give it: it was removed, or its author shows it to few.</param>
public sealed record Quote(string Id, Post? Post);
