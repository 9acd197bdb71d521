namespace FeedbackBot.Posts.X;

/// <summary>A back-off in force.</summary>
/// <param name="What">What is tried again: "stream", "rules", "recent search".</param>
/// <param name="Why">A sentence that names the cure where there is one.</param>
public sealed record XWait(string What, string Why, DateTimeOffset Until);
