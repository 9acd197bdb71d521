namespace FeedbackBot.Cases.Escalations;

/// <summary>What somebody wants to do with an escalation.</summary>
public abstract record EscalationAction
{
    private EscalationAction()
    {
    }

    /// <summary>"I'll go"; of what must not wait, "I have seen it and act".</summary>
    public sealed record Take : EscalationAction;

    /// <summary>"I can't after all."</summary>
    public sealed record GiveBack : EscalationAction;

    /// <param name="Note">What came of it.</param>
    public sealed record Finish(string Note) : EscalationAction;
}
