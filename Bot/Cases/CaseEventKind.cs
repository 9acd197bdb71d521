namespace FeedbackBot.Cases;

/// <summary>What can happen to a case.</summary>
public enum CaseEventKind
{
    Received,
    Edited,
    Claimed,
    Assigned,
    Released,
    Resolved,
    Reopened,
    Moved,
    Dismissed,
    Thanked,
    Replied,

    /// <summary>A person put right what was read in the post.</summary>
    Corrected,

    /// <summary>A person said that topics of which the reader wasn't sure are right.</summary>
    Confirmed,

    HandedToPals,
    PalsAcknowledged,

    /// <summary>A person said that PALS hasn't acknowledged it yet, though another had said so.</summary>
    PalsNotYet,

    /// <summary>A person said that it isn't for PALS after all.</summary>
    PalsTakenBack,

    /// <summary>A person said that it isn't the same problem that others complain of.</summary>
    TakenOut,

    PutBack,

    /// <summary>A person said that somebody may be at risk.</summary>
    AlarmRaised,

    /// <summary>Who answers for it said that nobody is at risk.</summary>
    AlarmLifted,

    /// <summary>The post is no longer public, so what it said is gone.</summary>
    Removed,
}
