namespace FeedbackBot.Posts.X;

/// <summary>What X has to be told about rules.</summary>
/// <param name="Delete">Ids.</param>
public sealed record XRuleChange(IReadOnlyList<XRule> Add, IReadOnlyList<string> Delete);
