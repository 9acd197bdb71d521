using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using static System.FormattableString;

namespace FeedbackBot.Posts.X;

/// <summary>What reading X costs against what it may: says so in time, and says when look-ups have to stop. Reading itself never does.</summary>
public sealed partial class XBudget(ReadCounts counts, XOptions options, AdminNotice admins, ILogger<XBudget> logger)
{
    // Reading and looking up count beside each other.
    private readonly Lock _lock = new();
    private (DateOnly Day, int Percent) _logged;
    private (DateOnly Day, int Percent) _told;

    public async Task<XDayCost> TodayAsync(CancellationToken cancellationToken) => CostOf(await counts.TodayAsync(cancellationToken));

    /// <summary>The days that are kept, the newest first.</summary>
    public async Task<IReadOnlyList<XDayCost>> DaysAsync(CancellationToken cancellationToken) =>
        [.. (await counts.DaysAsync(cancellationToken)).Select(CostOf)];

    /// <summary>How many more posts may be looked up today.</summary>
    public async Task<int> AffordableAsync(CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken);
        var byCount = Math.Max(0, options.LookupsPerDay - today.Lookups);
        return today.Budget is not { } budget || options.PricePerPost == 0
            ? byCount
            : (int)Math.Clamp((budget - today.Dollars) / options.PricePerPost, 0, byCount);
    }

    /// <summary>Tells admins when the budget is nearly used up, and when it is: once a day each, and in quiet hours when they are over, where it is still so.</summary>
    public async Task WarnAsync(CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken);
        var percent = today.Percent switch { >= 100 => 100, >= XDayCost.WarnAtPercent => XDayCost.WarnAtPercent, _ => 0 };
        if (percent == 0 || Covers(_told))
        {
            return;
        }

        var warning = Warning(today);
        if (!Covers(_logged))
        {
            Log.Warned(logger, warning);
            Keep(ref _logged);
        }

        if (await admins.TellAsync(warning, Invariant($"budget:{today.Day:O}:{percent}"), cancellationToken))
        {
            Keep(ref _told);
        }

        bool Covers(in (DateOnly Day, int Percent) said)
        {
            lock (_lock)
            {
                return said.Day == today.Day && said.Percent >= percent;
            }
        }

        void Keep(ref (DateOnly Day, int Percent) said)
        {
            lock (_lock)
            {
                said = (today.Day, percent);
            }
        }
    }

    /// <summary>Null while there is nothing to warn of.</summary>
    public static string? WarningOf(XDayCost today) => today.Percent >= XDayCost.WarnAtPercent ? Warning(today) : null;

    private static string Warning(XDayCost today) => today.Percent >= 100
        ? Invariant($"Today's reading of X has cost {today.Dollars:0.00} dollars, which is all of X:DailyBudget ({today.Budget:0.00}). Posts are read on; daily look-ups stop until midnight UTC.")
        : Invariant($"Today's reading of X has cost {today.Dollars:0.00} dollars, {today.Percent} % of X:DailyBudget ({today.Budget:0.00}). At 100 % posts are read on, and daily look-ups stop until midnight UTC.");

    private XDayCost CostOf(ReadDayRow day) => new(
        day.Day,
        day.Posts,
        day.People,
        day.Lookups,
        (day.Posts * options.PricePerPost) + (day.People * options.PricePerPerson),
        options.DailyBudget);

    private static partial class Log
    {
        [LoggerMessage(1151, LogLevel.Warning, "{Warning}")]
        public static partial void Warned(ILogger logger, string warning);
    }
}
