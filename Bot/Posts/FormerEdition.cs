namespace FeedbackBot.Posts;

/// <summary>What a post said before its author edited it.</summary>
/// <param name="ReplacedAt">When the next edition came to us; null for an edition that came after it.</param>
public sealed record FormerEdition(string EditionId, string Text, IReadOnlyList<TextLink> Links, DateTimeOffset? ReplacedAt);
