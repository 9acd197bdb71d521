using FeedbackBot.Posts.X;
using FeedbackBot.Store;

namespace FeedbackBot.Cards;

/// <summary>How the bot itself is doing: what it reads and what it delivers.</summary>
/// <param name="Remarks">What somebody has to know or mend, a sentence with its cure each.</param>
public sealed record BotStatus(XReport X, OutboxHealth Delivery, IReadOnlyList<string> Remarks)
{
    /// <summary>A row that has waited longer than this says that delivery is stuck, not slow.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    public bool IsDegraded => Remarks.Count > 0 || Delivery.GivenUp > 0 || (Delivery.OldestSince is { } since && X.Now - since > TooLong);
}
