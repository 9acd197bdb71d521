namespace FeedbackBot.Cases.Escalations;

/// <summary>What came of an action on an escalation.</summary>
public abstract record EscalationOutcome
{
    private EscalationOutcome()
    {
    }

    public sealed record Changed(Escalation Escalation) : EscalationOutcome;

    /// <summary>Nothing changed; <paramref name="Why"/> is one sentence for the person who asked.</summary>
    public sealed record Refused(string Why) : EscalationOutcome;
}
