namespace FeedbackBot.Posts.X;

/// <summary>What came of making X's rules the ones we need.</summary>
/// <param name="Failure">Why they may be wrong; null when they are right, or as right as X lets them be.</param>
/// <param name="New">Hashtags that are in a rule X has only now: it follows them after a while, and search has to find what comes before.</param>
public readonly record struct XRulesKept(XFailure? Failure, IReadOnlyList<string> New);
