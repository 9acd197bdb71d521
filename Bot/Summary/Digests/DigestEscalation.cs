using FeedbackBot.Cases.Escalations;

namespace FeedbackBot.Summary.Digests;

/// <summary>Something that was brought to bosses and that nobody has taken yet.</summary>
/// <param name="Why">A sentence of ours.</param>
/// <param name="CaseId">Null where it is about several cases.</param>
public sealed record DigestEscalation(EscalationKind Kind, string WardId, string Why, string? CaseId, DateTimeOffset OpenedAt);
