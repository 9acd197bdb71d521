namespace FeedbackBot.Posts;

/// <summary>Posts that become durable together with the place where reading goes on after them.</summary>
/// <param name="Cursor">The source's own mark, handed back to <see cref="IPostSource.Read"/> after a restart; null leaves the stored one.</param>
public sealed record PostBatch(IReadOnlyList<Post> Posts, string? Cursor);
