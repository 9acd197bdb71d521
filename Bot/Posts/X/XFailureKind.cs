namespace FeedbackBot.Posts.X;

/// <summary>What failed, as far as it decides how long to wait.</summary>
public enum XFailureKind
{
    /// <summary>X couldn't be reached, broke the connection or fell silent.</summary>
    Network,

    /// <summary>X answered with a status that isn't success.</summary>
    Http,

    /// <summary>X answered 429.</summary>
    RateLimited,

    /// <summary>X ended the stream, with or without saying why.</summary>
    Ended,

    /// <summary>We left the stream, because the work couldn't follow it.</summary>
    Behind,
}
