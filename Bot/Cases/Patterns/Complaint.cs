using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>What one case says against its ward about one topic: what patterns are made of. A case about two topics is two.</summary>
/// <param name="Author">From <see cref="AuthorKey"/>.</param>
/// <param name="TextKey">Likewise; null where the text is too short to tell a copy.</param>
/// <param name="Severity">0 to 4, of what it says about this topic.</param>
/// <param name="At">When it was posted.</param>
public sealed record Complaint(string CaseId, string WardId, Topic Topic, string Author, string? TextKey, int Severity, DateTimeOffset At)
{
    public Spot Spot { get; init; } = Spot.Anywhere;

    /// <summary>False at the front desk for want of a ward: two complaints about nowhere aren't about the same place.</summary>
    public bool IsPlaceKnown { get; init; } = true;

    /// <summary>The case is New or Claimed.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its post isn't public any more, so whose it was can't be told: it stays where it was counted, and makes no new pattern.</summary>
    public bool IsGone { get; init; }

    /// <summary>When the case was resolved; null while it is open, and where it was dismissed.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Somebody said that it isn't what others complain of.</summary>
    public bool IsTakenOut { get; init; }

    /// <summary>As the case stood when this was read from it.</summary>
    public int CaseVersion { get; init; }

    /// <summary>It can make a pattern with others.</summary>
    public bool Counts => IsOpen && IsPlaceKnown && !IsTakenOut;

    /// <summary>Both may be about the same thing: ward, topic, and no different spots.</summary>
    public bool Matches(Complaint other) =>
        WardId == other.WardId && Topic == other.Topic && IsPlaceKnown && other.IsPlaceKnown && !Spot.Contradicts(other.Spot, Topic);
}
