namespace FeedbackBot.Posts.X;

/// <summary>What one line of the stream, or one entry of a search page, turned out to be.</summary>
public abstract record XLine
{
    private XLine()
    {
    }

    /// <param name="Billed">What X bills for it; nothing on a search page, which has it for all together.</param>
    public sealed record Delivered(Post Post, XBilled Billed) : XLine;

    /// <param name="Why">Without a word of the line itself.</param>
    public sealed record Skipped(string Why) : XLine;

    /// <summary>X says that it ends the stream.</summary>
    public sealed record Ended(XProblem Problem) : XLine;
}
