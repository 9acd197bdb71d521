using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Where an escalation stands, in a line that all who were told of it see.</summary>
public static class EscalationWords
{
    public static string Standing(Escalation escalation, TimeZoneInfo zone) => escalation.State switch
    {
        EscalationState.Open when escalation.Kind == EscalationKind.Praise => "Nobody has said thank you yet.",
        EscalationState.Open when escalation.Kind == EscalationKind.MustNotWait => "Nobody has acknowledged this yet.",
        EscalationState.Open => "Nobody has said they will go yet.",
        EscalationState.Taken when escalation.Kind == EscalationKind.MustNotWait => $"{escalation.TakenBy?.Name} acknowledged this{At(escalation.TakenAt, zone)} and is acting on it.",
        EscalationState.Taken => $"{escalation.TakenBy?.Name} is going{At(escalation.TakenAt, zone, ", since")}.",
        EscalationState.Done => $"Done{(escalation.DoneBy is { } by ? $" by {by.Name}" : "")}{At(escalation.DoneAt, zone)}{(escalation.Note is { } note ? $": {note}" : ".")}",
        _ => throw new ArgumentOutOfRangeException(nameof(escalation), escalation.State, "A state without words."),
    };

    /// <summary>With the day: messages stand for days, and "at 14:05" would be taken for today's.</summary>
    private static string At(DateTimeOffset? at, TimeZoneInfo zone, string before = " on") =>
        at is { } moment ? $"{before} {WallClock.Shows(moment, zone).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture)}" : "";
}
