namespace FeedbackBot.Tests.Deliver.Storm;

/// <summary>A message that Teams took.</summary>
/// <param name="Cases">One on a card, several on a list.</param>
internal sealed record StrictMessage(DateTimeOffset At, IReadOnlyList<string> Cases);
