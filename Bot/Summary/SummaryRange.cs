namespace FeedbackBot.Summary;

/// <summary>What a person may ask a summary of.</summary>
public enum SummaryRange
{
    Today,
    Yesterday,

    /// <summary>The last seven local days, today included.</summary>
    Week,
}
