using FeedbackBot.Wards;

namespace FeedbackBot.Triage;

/// <summary>Words that mean a ward.</summary>
/// <param name="Words">As the operator wrote them.</param>
public sealed record Place(Ward Ward, string Words);
