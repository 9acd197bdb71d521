namespace FeedbackBot.Posts.X;

/// <summary>What one line of the stream, or one entry of a search page, turned out to be.</summary>
public abstract record XLine
{
    private XLine()
    {
    }

    public sealed record Delivered(Post Post) : XLine;

    /// <param name="Why">Without a word of the line itself.</param>
    public sealed record Skipped(string Why) : XLine;

    /// <summary>X says that it ends the stream.</summary>
    public sealed record Ended(string Title) : XLine;
}
