using FeedbackBot.Cases.Escalations;

namespace FeedbackBot.Store.Rows;

/// <summary>An escalation as it's stored; <see cref="Version"/> is what compare-and-set compares.</summary>
public sealed class EscalationRow
{
    /// <summary>One of each kind and round per case or pattern.</summary>
    public required string Id { get; init; }

    public EscalationKind Kind { get; init; }

    public required string Subject { get; init; }

    public int Round { get; init; } = 1;

    public required string WardId { get; set; }

    /// <summary>Why it is brought to people, as a sentence for its card.</summary>
    public required string Why { get; set; }

    public EscalationState State { get; set; }

    public int Version { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public int Rungs { get; set; }

    public DateTimeOffset? RungAt { get; set; }

    public DateTimeOffset? ToldAt { get; set; }

    public string? TakenById { get; set; }

    public string? TakenByName { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public string? DoneById { get; set; }

    public string? DoneByName { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public string? Note { get; set; }

    /// <summary>When its next step by itself may be due; null when none will be.</summary>
    public DateTimeOffset? LookAgainAt { get; set; }

    public static EscalationRow Of(Escalation one, string why)
    {
        var row = new EscalationRow { Id = one.Id, Kind = one.Kind, Subject = one.Subject, Round = one.Round, WardId = one.WardId, Why = why, OpenedAt = one.OpenedAt };
        row.Take(one);
        return row;
    }

    public void Take(Escalation one)
    {
        Version++;
        State = one.State;
        (Rungs, RungAt, ToldAt) = (one.Rungs, one.RungAt, one.ToldAt);
        (TakenById, TakenByName, TakenAt) = (one.TakenBy?.Id, one.TakenBy?.Name, one.TakenAt);
        (DoneById, DoneByName, DoneAt) = (one.DoneBy?.Id, one.DoneBy?.Name, one.DoneAt);
        Note = one.Note;
    }

    public Escalation ToEscalation() => new(Kind, Subject, WardId, OpenedAt)
    {
        Round = Round,
        State = State,
        Rungs = Rungs,
        RungAt = RungAt,
        ToldAt = ToldAt,
        TakenBy = PersonColumns.Read(TakenById, TakenByName),
        TakenAt = TakenAt,
        DoneBy = PersonColumns.Read(DoneById, DoneByName),
        DoneAt = DoneAt,
        Note = Note,
    };
}
