using FeedbackBot.Cases;

namespace FeedbackBot.Cards;

/// <summary>A case in a list.</summary>
/// <param name="Link">To its own card; null while it has none.</param>
/// <param name="ClaimHere">False where the case has moved to another ward: there it is claimed.</param>
public sealed record ListedCase(CaseFile File, Uri? Link, bool ClaimHere = true);
