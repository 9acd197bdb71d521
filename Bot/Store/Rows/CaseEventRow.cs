using FeedbackBot.Cases;

namespace FeedbackBot.Store.Rows;

/// <summary>An event as it's stored: the key (case, version) allows one winner per version.</summary>
public sealed class CaseEventRow
{
    public required string CaseId { get; init; }

    public int Version { get; init; }

    public CaseEventKind Kind { get; init; }

    public string? ById { get; init; }

    public string? ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public required string WardId { get; init; }

    public string? Note { get; init; }

    public string? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    public string? FromWardId { get; init; }

    public static CaseEventRow Of(CaseEvent one) => new()
    {
        CaseId = one.CaseId,
        Version = one.Version,
        Kind = one.Kind,
        ById = one.By?.Id,
        ByName = one.By?.Name,
        At = one.At,
        WardId = one.WardId,
        Note = one.Note?.Replace("\0", "", StringComparison.Ordinal),
        AssigneeId = one.Assignee?.Id,
        AssigneeName = one.Assignee?.Name,
        FromWardId = one.FromWardId,
    };

    public CaseEvent ToEvent() => new(CaseId, Version, Kind, PersonColumns.Read(ById, ByName), At, WardId)
    {
        Note = Note,
        Assignee = PersonColumns.Read(AssigneeId, AssigneeName),
        FromWardId = FromWardId,
    };
}
