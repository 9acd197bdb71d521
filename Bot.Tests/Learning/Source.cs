namespace FeedbackBot.Learning;

/// <summary>Where a labelled row is from, in the order of the weights' origins. The comments were labelled by different people, who drew their lines differently.</summary>
internal enum Source
{
    Phase1,

    /// <summary>Of phase 1 as well: the trust whose clerks call praise neutral.</summary>
    Phase1Neutral,
    V6,

    /// <summary>Written by ourselves, in the manner of posts.</summary>
    Own,
}
