using FeedbackBot.Wards;

namespace FeedbackBot.Triage;

/// <summary>What triage decided about a post, with the reason in words.</summary>
/// <param name="Reason">A sentence for the card, such as "It has the hashtag #ward7."</param>
/// <param name="AlsoNamed">Other wards that the post names, in the order it names them.</param>
/// <param name="IsNamed">False where the post names no ward and so came to the front desk.</param>
public sealed record Verdict(Ward Ward, string Reason, IReadOnlyList<Ward> AlsoNamed, bool IsNamed = true)
{
    public Findings Findings { get; init; } = Findings.None;

    /// <summary>Every ward that the post names.</summary>
    public IReadOnlyList<Ward> Named => IsNamed ? [Ward, .. AlsoNamed] : AlsoNamed;
}
