namespace FeedbackBot.Store;

/// <summary>What came of asking for a lease.</summary>
public enum LeaseState
{
    /// <summary>Another instance has it.</summary>
    Elsewhere,

    /// <summary>It is this instance's from now on; another may have had it before.</summary>
    Taken,

    /// <summary>It was this instance's all along.</summary>
    Kept,
}
