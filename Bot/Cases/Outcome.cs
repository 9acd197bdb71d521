namespace FeedbackBot.Cases;

/// <summary>What came of an action.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The case after the action and the event it leaves.</summary>
    public sealed record Changed(Case Case, CaseEvent Event) : Outcome;

    /// <summary>Nothing changed; <paramref name="Why"/> is one sentence for the person who asked.</summary>
    public sealed record Refused(string Why) : Outcome;
}
