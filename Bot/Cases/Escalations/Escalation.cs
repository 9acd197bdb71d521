namespace FeedbackBot.Cases.Escalations;

/// <summary>Something that is brought to bosses or the lead. A value: <see cref="EscalationMachine"/> and <see cref="EscalationLadder"/> make the next one.</summary>
/// <param name="Subject">The id of the case, or of the pattern.</param>
public sealed record Escalation(EscalationKind Kind, string Subject, string WardId, DateTimeOffset OpenedAt)
{
    /// <summary>1; more where an alarm was lifted and raised anew, which is brought to the lead like a first one.</summary>
    public int Round { get; init; } = 1;

    /// <summary>One of each kind and round per subject, so that nothing is brought twice.</summary>
    public string Id => Round == 1 ? $"{Kind}:{Subject}" : $"{Kind}{Round}:{Subject}";

    public EscalationState State { get; init; }

    /// <summary>How many rungs of the ladder have been told; 0 before the first.</summary>
    public int Rungs { get; init; }

    /// <summary>When the last rung was told; null before the first.</summary>
    public DateTimeOffset? RungAt { get; init; }

    /// <summary>When anyone was last told or reminded.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Who goes, or went.</summary>
    public Person? TakenBy { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Who closed it; null where its case or pattern did.</summary>
    public Person? DoneBy { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>What came of it, in words.</summary>
    public string? Note { get; init; }
}
