using FeedbackBot.Cases.Pals;

namespace FeedbackBot.Summary;

/// <summary>A case that PALS has and hasn't acknowledged yet.</summary>
public sealed record PalsWait(string CaseId, string WardId, PalsClock Clock)
{
    /// <summary>To the case's card; null where it has none.</summary>
    public Uri? Link { get; init; }
}
