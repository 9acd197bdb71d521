namespace FeedbackBot.Cases.Escalations;

/// <summary>What is to be done about an escalation by itself, now or later.</summary>
/// <param name="Escalation">As it is once the people have been told.</param>
/// <param name="Tell">Who gets it as a new message now.</param>
/// <param name="Remind">Who has it and is told once more.</param>
/// <param name="LookAgainAt">When the next step may be due; null when none will be unless somebody acts.</param>
public sealed record EscalationStep(
    Escalation Escalation,
    IReadOnlyList<string> Tell,
    IReadOnlyList<string> Remind,
    DateTimeOffset? LookAgainAt);
