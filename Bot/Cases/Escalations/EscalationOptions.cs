namespace FeedbackBot.Cases.Escalations;

/// <summary>The setting <c>Escalations</c>.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalations";

    /// <summary>What pings people is off until someone wants it. What must not wait goes to <c>People:Lead</c> all the same.</summary>
    public bool Enabled { get; set; }

    /// <summary>A round of the wards takes no longer; then somebody else should know.</summary>
    public double NextMinutes { get; set; } = 60;

    /// <summary>What must not wait is repeated until somebody has seen it.</summary>
    public double RepeatMinutes { get; set; } = 10;

    /// <summary>Two reminders, then the next are told too.</summary>
    public double MustNotWaitNextMinutes { get; set; } = 20;

    public TimeSpan Next(EscalationKind kind) => TimeSpan.FromMinutes(kind == EscalationKind.MustNotWait ? MustNotWaitNextMinutes : NextMinutes);

    public IEnumerable<string> Faults()
    {
        foreach (var (key, minutes, most, usual) in new[]
        {
            (nameof(NextMinutes), NextMinutes, 1440, 60),
            (nameof(RepeatMinutes), RepeatMinutes, 60, 10),
            (nameof(MustNotWaitNextMinutes), MustNotWaitNextMinutes, 240, 20),
        })
        {
            if (!(minutes >= 1 && minutes <= most))
            {
                yield return $"Escalations:{key} is {minutes}. Use minutes from 1 to {most}; {usual} is the default.";
            }
        }
    }
}
