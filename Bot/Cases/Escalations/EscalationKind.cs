namespace FeedbackBot.Cases.Escalations;

/// <summary>Why something is brought to people who don't work in the ward.</summary>
public enum EscalationKind
{
    /// <summary>Several people complain about one thing: go and visit.</summary>
    Pattern,

    /// <summary>A picture in a complaint, or one as severe as they get: look yourself.</summary>
    Look,

    /// <summary>A pat on the back is due.</summary>
    Praise,

    /// <summary>Somebody may come to harm.</summary>
    MustNotWait,
}
