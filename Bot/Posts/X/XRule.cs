namespace FeedbackBot.Posts.X;

/// <summary>A rule of the filtered stream.</summary>
/// <param name="Id">X's own; null until X has it.</param>
/// <param name="Tag">Says whose rule it is; it can't be changed once X has it.</param>
public sealed record XRule(string? Id, string Value, string? Tag);
