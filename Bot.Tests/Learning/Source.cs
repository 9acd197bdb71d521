namespace FeedbackBot.Learning;

/// <summary>Where a labelled row is from. The two sets of comments were labelled by different people, who drew their lines differently.</summary>
internal enum Source
{
    Phase1,
    V6,

    /// <summary>Written by ourselves, in the manner of posts.</summary>
    Own,
}
