namespace FeedbackBot.Cases.Patterns;

/// <summary>Another post of a pattern, as a card names it: by its time alone, since its words may have to be withheld.</summary>
public sealed record OtherPost(string CaseId, DateTimeOffset PostedAt)
{
    /// <summary>To its case's card; null while there is none.</summary>
    public Uri? Link { get; init; }
}
