namespace FeedbackBot.Posts.X;

/// <summary>Where a search begins: after a post, or at a time where no post is known yet. One of the two is there.</summary>
public readonly record struct XSearchFrom(ulong? SinceId, DateTimeOffset? StartTime)
{
    public static XSearchFrom After(ulong id) => new(id, null);

    public static XSearchFrom At(DateTimeOffset time) => new(null, time);
}
