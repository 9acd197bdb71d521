using FeedbackBot.Posts;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>A generated post, with what its maker knows about it.</summary>
/// <param name="Scene">The kind of plant: a pattern, or which near miss.</param>
/// <param name="Group">The pattern that it belongs to; null for a post that belongs to none.</param>
/// <param name="IsComplaint">Against <paramref name="Topic"/>.</param>
internal sealed record PlantedPost(Post Post, string Scene, string? Group, Topic Topic, bool IsComplaint)
{
    /// <summary>What people do with its case, and how long after it was posted.</summary>
    public (CaseDeed Deed, TimeSpan After)? Then { get; init; }
}
