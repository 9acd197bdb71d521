namespace FeedbackBot.Posts.X;

/// <summary>Posts that the stream didn't or doesn't give, and that search has to bring. Changed by <see cref="XGaps"/> only.</summary>
/// <param name="hashtags">Without their #; null for all that there are.</param>
public sealed class XGap(IReadOnlyList<string>? hashtags, XSearchFrom from, DateTimeOffset lookAt)
{
    public IReadOnlyList<string>? Hashtags { get; } = hashtags;

    /// <summary>Everything before it is read.</summary>
    public XSearchFrom From { get; internal set; } = from;

    /// <summary>Since when the stream gives these posts again; null while it doesn't.</summary>
    public DateTimeOffset? CoveredAt { get; internal set; }

    /// <summary>When to search next.</summary>
    public DateTimeOffset LookAt { get; internal set; } = lookAt;
}
