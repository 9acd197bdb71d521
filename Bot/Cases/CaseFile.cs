using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts;

namespace FeedbackBot.Cases;

/// <summary>Everything there is to know about one case: what a card is drawn from.</summary>
/// <param name="Events">Oldest first.</param>
public sealed record CaseFile(Post Post, Case Case, IReadOnlyList<CaseEvent> Events)
{
    /// <summary>Looked up where a card is drawn, and nowhere else.</summary>
    public OtherCases Others { get; init; } = OtherCases.None;
}
