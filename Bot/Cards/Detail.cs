namespace FeedbackBot.Cards;

/// <summary>What a viewer has asked to see of a case beyond the usual.</summary>
public enum Detail
{
    Usual,

    /// <summary>Everything that happened, with notes in full.</summary>
    History,

    /// <summary>All of a post that is longer than its card shows.</summary>
    WholePost,
}
