namespace FeedbackBot.Store;

/// <summary>What came of asking for a lease.</summary>
internal enum LeaseState
{
    /// <summary>Another instance has it.</summary>
    Elsewhere,

    /// <summary>It is this instance's from now on; another may have had it before.</summary>
    Taken,

    /// <summary>No other instance has had it since this one had it last.</summary>
    Kept,
}
