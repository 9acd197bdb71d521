using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Store.Rows;

/// <summary>A case as it's stored; <see cref="Version"/> is what compare-and-set compares.</summary>
public sealed class CaseRow
{
    public required string Id { get; init; }

    public required string WardId { get; set; }

    public CaseState State { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string Reason { get; init; }

    public string[] AlsoNamed { get; set; } = [];

    public bool IsPlaceKnown { get; init; }

    /// <summary>A copy of the reading's tone, to ask by.</summary>
    public Tone Tone { get; set; }

    /// <summary>JSON: it's only ever read with its case.</summary>
    public required string Reading { get; set; }

    public bool IsCorrected { get; set; }

    public string? Withheld { get; set; }

    /// <summary>JSON; null where nothing must not wait.</summary>
    public string? Alarm { get; set; }

    /// <summary>JSON; null where nobody lifted one.</summary>
    public string? LiftedAlarm { get; set; }

    /// <summary>Something happened since it was last weighed whether a boss should hear of it.</summary>
    public bool IsUnweighed { get; set; }

    public string? ClaimerId { get; set; }

    public string? ClaimerName { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ThankedById { get; set; }

    public string? ThankedByName { get; set; }

    public DateTimeOffset? PalsAt { get; set; }

    public DateTimeOffset? PalsAcknowledgedAt { get; set; }

    public string[] TakenOut { get; set; } = [];

    public string? AgainAfter { get; set; }

    public static CaseRow Of(Case one)
    {
        var row = new CaseRow
        {
            Id = one.Id,
            WardId = one.WardId,
            ReceivedAt = one.ReceivedAt,
            Reason = one.Reason,
            IsPlaceKnown = one.IsPlaceKnown,
            Reading = "",
        };
        row.Take(one);
        return row;
    }

    public void Take(Case one)
    {
        WardId = one.WardId;
        State = one.State;
        Version = one.Version;
        ChangedAt = one.ChangedAt;
        AlsoNamed = [.. one.AlsoNamed];
        var (reading, withheld, alarm) = one.Findings;
        (Tone, Reading, IsCorrected) = (reading.Tone, JsonSerializer.Serialize(reading), one.IsCorrected);
        (Withheld, Alarm, LiftedAlarm) = (withheld, Written(alarm), Written(one.LiftedAlarm));
        IsUnweighed = true;
        (PalsAt, PalsAcknowledgedAt) = (one.Pals?.HandedOverAt, one.Pals?.AcknowledgedAt);
        (TakenOut, AgainAfter) = ([.. one.TakenOut.Select(t => $"{t}")], one.AgainAfter);
        (ClaimerId, ClaimerName) = (one.Claimer?.Id, one.Claimer?.Name);
        ClaimedAt = one.ClaimedAt;
        ClosedAt = one.ClosedAt;
        (ThankedById, ThankedByName) = (one.ThankedBy?.Id, one.ThankedBy?.Name);
    }

    public Case ToCase() => new()
    {
        Id = Id,
        WardId = WardId,
        State = State,
        Version = Version,
        ReceivedAt = ReceivedAt,
        ChangedAt = ChangedAt,
        Reason = Reason,
        AlsoNamed = AlsoNamed,
        IsPlaceKnown = IsPlaceKnown,
        Findings = new Findings(
            JsonSerializer.Deserialize<Reading>(Reading)!,
            Withheld,
            Read(Alarm)),
        LiftedAlarm = Read(LiftedAlarm),
        IsCorrected = IsCorrected,
        Pals = PalsAt is { } handedOver ? new PalsClock(handedOver, PalsAcknowledgedAt) : null,
        TakenOut = [.. TakenOut.Select(Enum.Parse<Topic>)],
        AgainAfter = AgainAfter,
        Claimer = PersonColumns.Read(ClaimerId, ClaimerName),
        ClaimedAt = ClaimedAt,
        ClosedAt = ClosedAt,
        ThankedBy = PersonColumns.Read(ThankedById, ThankedByName),
    };

    /// <summary>Words that must not wait may have been those of a post that it quoted, which is gone.</summary>
    /// <param name="texts">All that is left to be shown.</param>
    public void ForgetAlarmWordsBeyond(IReadOnlyCollection<string> texts) =>
        (Alarm, LiftedAlarm) = (Written(Read(Alarm)?.WithWordsOf(texts)), Written(Read(LiftedAlarm)?.WithWordsOf(texts)));

    private static string? Written(Alarm? alarm) => alarm is null ? null : JsonSerializer.Serialize(alarm);

    private static Alarm? Read(string? alarm) => alarm is null ? null : JsonSerializer.Deserialize<Alarm>(alarm);
}
