namespace FeedbackBot.Summary;

/// <summary>One ward's span of time in figures, or all wards' together.</summary>
/// <param name="Received">Cases that arrived within the span.</param>
/// <param name="Waiting">New at the span's end (now, while it lasts).</param>
/// <param name="Claimed">Claimed at the span's end.</param>
/// <param name="Resolved">Resolved within the span, those reopened since not counted.</param>
/// <param name="Dismissed">Dismissed within the span, likewise.</param>
/// <param name="ToClaim">Median time from arrival to the first claim, over first claims within the span; null without any.</param>
/// <param name="ToResolve">Median time from arrival to the resolution, over <paramref name="Resolved"/>; null without any.</param>
public sealed record WardFigures(
    int Received,
    int Waiting,
    int Claimed,
    int Resolved,
    int Dismissed,
    TimeSpan? ToClaim,
    TimeSpan? ToResolve)
{
    /// <summary>Received within the span and read as a complaint; one that praises too counts in both.</summary>
    public int Complaints { get; init; }

    /// <summary>Received within the span and read as praise.</summary>
    public int Praise { get; init; }

    /// <summary>Cases for which somebody said thank you within the span.</summary>
    public int Thanked { get; init; }

    /// <summary>Of those received within the span: a person put right how they were read.</summary>
    public int Corrected { get; init; }

    /// <summary>Of those received within the span: what they complain of had been fixed a short while before.</summary>
    public int Again { get; init; }

    /// <summary>Of those received within the span: they must not wait, or were thought to.</summary>
    public int Alarms { get; init; }

    /// <summary>Of these: the lead said that nobody is at risk.</summary>
    public int AlarmsLifted { get; init; }

    /// <summary>Of these: staff said that somebody may be at risk.</summary>
    public int AlarmsRaised { get; init; }
}
