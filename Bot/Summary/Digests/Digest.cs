using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Triage;

namespace FeedbackBot.Summary.Digests;

/// <summary>What one boss is to know now: what needs a decision, then how it went since the last time. Holds cases without their posts, so it can quote none.</summary>
/// <param name="Reach">The wards it is about.</param>
/// <param name="Since">When the last one came.</param>
public sealed record Digest(DigestReach Reach, DateTimeOffset Since, DateTimeOffset Now)
{
    /// <summary>Open cases with words that must not wait, the oldest first.</summary>
    public DigestPart<Case> MustNotWait { get; init; } = new([], 0);

    /// <summary>Who acts on those, by case id; where it was brought to nobody yet there is none.</summary>
    public IReadOnlyDictionary<string, Escalation> Alarms { get; init; } = new Dictionary<string, Escalation>();

    public DigestPart<DigestEscalation> NotTaken { get; init; } = new([], 0);

    /// <summary>Complaints that PALS has and hasn't acknowledged, the oldest first.</summary>
    public DigestPart<Case> Pals { get; init; } = new([], 0);

    /// <summary>The other cases that are New, the longest waiting first; what only praises waits for thanks, not for a decision.</summary>
    public DigestPart<DigestWait> Waiting { get; init; } = new([], 0);

    /// <summary>What praises somebody, since the last time; first what nobody has said thank you for.</summary>
    public DigestPart<Case> Praise { get; init; } = new([], 0);

    /// <summary>How many posts of each tone came since the last time.</summary>
    public IReadOnlyDictionary<Tone, int> Tones { get; init; } = new Dictionary<Tone, int>();

    /// <summary>Those with anything to tell, where most waits first.</summary>
    public IReadOnlyList<DigestWard> Wards { get; init; } = [];

    public bool NeedsDecision => MustNotWait.Count + NotTaken.Count + Pals.Count + Waiting.Count > 0;
}
