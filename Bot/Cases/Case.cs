using FeedbackBot.Cases.Pals;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Cases;

/// <summary>The ward's handling of one post. A value: <see cref="CaseMachine"/> makes the next one.</summary>
public sealed record Case
{
    /// <summary>The id of its post: one post, one case, by construction.</summary>
    public required string Id { get; init; }

    public required string WardId { get; init; }

    public required CaseState State { get; init; }

    /// <summary>1 when received; every event raises it by one.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its last event happened.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why it came to the ward where it arrived, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Ids of other wards that the post names, as it reads now.</summary>
    public IReadOnlyList<string> AlsoNamed { get; init; } = [];

    /// <summary>False where the post names no ward, and so came to the front desk.</summary>
    public bool IsPlaceKnown { get; init; } = true;

    /// <summary>What triage found in the post, as its author edited it and people corrected it since.</summary>
    public Findings Findings { get; init; } = Findings.None;

    /// <summary>What was found in it before somebody who answers for it said that nobody is at risk; null where nobody had to. It isn't among the findings any more.</summary>
    public Alarm? LiftedAlarm { get; init; }

    /// <summary>A person has put tone or topics right: no edit changes them any more.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Who has it, or who had it when it was closed; null while New.</summary>
    public Person? Claimer { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Set while Resolved or Dismissed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The boss who last said thank you.</summary>
    public Person? ThankedBy { get; init; }

    /// <summary>PALS has it as a complaint; null where nobody handed it over.</summary>
    public PalsClock? Pals { get; init; }

    /// <summary>Topics about which somebody said that it isn't what others in this ward complain of.</summary>
    public IReadOnlyList<Topic> TakenOut { get; init; } = [];

    /// <summary>The id of the case in which the same thing was fixed a short while before; null where there is none.</summary>
    public string? AgainAfter { get; init; }

    /// <summary>Somebody may be at risk, or might have been.</summary>
    public bool WasAlarming => (Findings.Alarm ?? LiftedAlarm) is not null;

    /// <summary>What was found, less an alarm that somebody has seen to already.</summary>
    public Findings WithoutLifted(Findings found) => found.Alarm is { } alarm && LiftedAlarm?.Covers(alarm) == true ? found with { Alarm = null } : found;

    public bool IsOpen => State is CaseState.New or CaseState.Claimed;
}
