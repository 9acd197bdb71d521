using FeedbackBot.Cases;

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

    public string? ClaimerId { get; set; }

    public string? ClaimerName { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ThankedById { get; set; }

    public string? ThankedByName { get; set; }

    public static CaseRow Of(Case one)
    {
        var row = new CaseRow
        {
            Id = one.Id,
            WardId = one.WardId,
            ReceivedAt = one.ReceivedAt,
            Reason = one.Reason,
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
        Claimer = PersonColumns.Read(ClaimerId, ClaimerName),
        ClaimedAt = ClaimedAt,
        ClosedAt = ClosedAt,
        ThankedBy = PersonColumns.Read(ThankedById, ThankedByName),
    };
}
