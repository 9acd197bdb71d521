namespace FeedbackBot.Cases.Escalations;

/// <summary>Where an escalation stands.</summary>
public enum EscalationState
{
    Open,

    /// <summary>Somebody said "I'll go".</summary>
    Taken,

    Done,
}
