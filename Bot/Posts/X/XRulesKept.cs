namespace FeedbackBot.Posts.X;

/// <summary>What came of making X's rules the ones we need. Hashtags are without their #.</summary>
/// <param name="Failure">Why they may be wrong; null when they are right, or as right as X lets them be.</param>
/// <param name="Wanted">All hashtags but those X refuses.</param>
/// <param name="Missing">Those that X had no rule for when it was looked.</param>
/// <param name="New">Those in a rule that X has only now, and follows after a while.</param>
/// <param name="LeftOut">Those for which X allows no rule.</param>
public readonly record struct XRulesKept(
    XFailure? Failure, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing, IReadOnlyList<string> New, IReadOnlyList<string> LeftOut);
