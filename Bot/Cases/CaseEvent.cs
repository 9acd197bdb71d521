namespace FeedbackBot.Cases;

/// <summary>One line of a case's history: who, when and what. Never edited.</summary>
/// <param name="Version">The case's version that this event made.</param>
/// <param name="By">Null when the post itself did it (received, edited, removed).</param>
/// <param name="WardId">Where the case was after it.</param>
public sealed record CaseEvent(string CaseId, int Version, CaseEventKind Kind, Person? By, DateTimeOffset At, string WardId)
{
    /// <summary>The note of resolve and reopen, the reason of dismiss, of handing over to PALS and of taking it back, the line of thank, what it was corrected to, the topic it was taken out of a pattern for, why somebody is at risk or nobody.</summary>
    public string? Note { get; init; }

    /// <summary>Who it was assigned to.</summary>
    public Person? Assignee { get; init; }

    /// <summary>Where it was before a move.</summary>
    public string? FromWardId { get; init; }
}
