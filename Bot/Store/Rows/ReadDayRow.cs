namespace FeedbackBot.Store.Rows;

/// <summary>What was read from X on a day, as X bills it.</summary>
public sealed class ReadDayRow
{
    /// <summary>UTC, as X bills.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Different posts that X gave.</summary>
    public int Posts { get; set; }

    /// <summary>Different people that X gave with them.</summary>
    public int People { get; set; }

    /// <summary>Posts that were looked up, live or not; twice on a day counts once.</summary>
    public int Lookups { get; set; }
}
