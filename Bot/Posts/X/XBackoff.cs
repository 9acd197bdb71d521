namespace FeedbackBot.Posts.X;

/// <summary>How long to wait before X is asked again: a ladder per kind of failure, as X's documents ask.</summary>
public static class XBackoff
{
    private static readonly TimeSpan NetworkCeiling = TimeSpan.FromSeconds(16);
    private static readonly TimeSpan HttpCeiling = TimeSpan.FromSeconds(320);

    // X's windows are 15 minutes long: whoever waits longer waits for a wrong clock.
    private static readonly TimeSpan RateCeiling = TimeSpan.FromMinutes(15);

    /// <param name="attempt">How many waits of this kind went before, since X last answered well; 0 is the first.</param>
    public static TimeSpan Next(XFailureKind kind, int attempt) => kind switch
    {
        XFailureKind.Network => Least(TimeSpan.FromMilliseconds(250L * attempt), NetworkCeiling),
        // An ended stream is reopened at once; one that ends again and again would otherwise be a storm of connections.
        XFailureKind.Ended or XFailureKind.Behind => attempt == 0 ? TimeSpan.Zero : Next(XFailureKind.Http, attempt - 1),
        XFailureKind.RateLimited => Doubled(TimeSpan.FromSeconds(60), attempt, RateCeiling),
        _ => Doubled(TimeSpan.FromSeconds(5), attempt, HttpCeiling),
    };

    /// <summary>As <see cref="Next(XFailureKind, int)"/>, but never before the moment X named; that moment alone decides the first time.</summary>
    public static TimeSpan Next(XFailure failure, int attempt, DateTimeOffset now)
    {
        if (failure.Kind != XFailureKind.RateLimited || failure.ResetAt is not { } reset || reset <= now)
        {
            return Next(failure.Kind, attempt);
        }

        var untilReset = Least(reset - now, RateCeiling);
        var ladder = attempt == 0 ? TimeSpan.Zero : Next(failure.Kind, attempt - 1);
        return untilReset > ladder ? untilReset : ladder;
    }

    public static bool IsCeiling(XFailureKind kind, TimeSpan wait) => wait >= kind switch
    {
        XFailureKind.Network => NetworkCeiling,
        XFailureKind.RateLimited => RateCeiling,
        _ => HttpCeiling,
    };

    private static TimeSpan Doubled(TimeSpan first, int attempt, TimeSpan ceiling) =>
        Least(first * Math.Pow(2, Math.Min(attempt, 20)), ceiling);

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
