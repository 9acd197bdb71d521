namespace FeedbackBot.Posts.X;

/// <summary>What a UTC day's reading cost, as X bills it.</summary>
/// <param name="Budget">In dollars; null where none is set.</param>
public sealed record XDayCost(DateOnly Day, int Posts, int People, int Lookups, decimal Dollars, decimal? Budget)
{
    /// <summary>From here on admins are warned.</summary>
    public const int WarnAtPercent = 80;

    /// <summary>How much of the budget is used, rounded down; null without one.</summary>
    public int? Percent => Budget is { } budget ? (int)Math.Min(Dollars * 100 / budget, 99_999) : null;
}
