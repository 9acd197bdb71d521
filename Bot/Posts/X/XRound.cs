namespace FeedbackBot.Posts.X;

/// <summary>How far a day's round of look-ups is, or how the last one went. Kept in the store with every step.</summary>
public sealed record XRound
{
    /// <summary>The hour of the organisation's day at which a round begins: before the day shift looks at its channel.</summary>
    public const int Hour = 4;

    /// <summary>When it was due to begin: open cases' posts that were last heard of before then are looked up.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Posts that were looked up, wishes included.</summary>
    public int Checked { get; init; }

    /// <summary>Posts that were gone, and were erased.</summary>
    public int Removed { get; init; }

    /// <summary>Posts that their authors had edited.</summary>
    public int Edited { get; init; }

    /// <summary>Posts of which X said neither that they are there nor that they are gone: asked for again after an hour.</summary>
    public int Unclear { get; init; }

    /// <summary>When posts were last looked up in it; null while none was.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Why X gave nothing when it was last asked; null when it did.</summary>
    public string? Trouble { get; init; }

    /// <summary>The moment at which the newest round began.</summary>
    public static DateTimeOffset LastBegin(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var begin = BeginOn(DateOnly.FromDateTime(local.Date), zone);
        return begin <= now ? begin : BeginOn(DateOnly.FromDateTime(local.Date).AddDays(-1), zone);
    }

    private static DateTimeOffset BeginOn(DateOnly day, TimeZoneInfo zone)
    {
        // An hour that the clocks skip is there an hour later; one that they repeat counts once.
        var local = day.ToDateTime(new TimeOnly(Hour, 0));
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
