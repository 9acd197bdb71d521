namespace FeedbackBot.Posts.X;

/// <summary>One place in the queue between reading and the work.</summary>
/// <param name="Post">Null where only the cursor moves.</param>
/// <param name="Cursor">Where reading may go on once this and all before it are durable; null while there may be a gap below it.</param>
internal readonly record struct XEntry(Post? Post, string? Cursor);
