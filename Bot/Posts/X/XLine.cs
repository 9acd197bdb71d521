namespace FeedbackBot.Posts.X;

/// <summary>What one line of the stream, or one entry of a search page, turned out to be.</summary>
public abstract record XLine
{
    private XLine()
    {
    }

    /// <param name="Users">How many users came with it, for what X costs; 0 on a search page, which has them together.</param>
    public sealed record Delivered(Post Post, int Users) : XLine;

    /// <param name="Why">Without a word of the line itself.</param>
    public sealed record Skipped(string Why) : XLine;

    /// <summary>X says that it ends the stream.</summary>
    public sealed record Ended(XProblem Problem) : XLine;
}
