using FeedbackBot.Cases;

namespace FeedbackBot.Cards;

/// <summary>A case in a list.</summary>
/// <param name="Link">To its own card; null while it has none.</param>
public sealed record ListedCase(CaseFile File, Uri? Link);
