namespace FeedbackBot.Deliver;

/// <summary>How long to wait before the next attempt. Pure: the dice are the caller's.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>An outage is noticed to be over within two minutes; a card is late, never lost.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="attempt">1 after the first failure.</param>
    /// <param name="roll">From 0 (inclusive) to 1: the wait is between half and the whole of the step, so that lanes don't come back together.</param>
    public static TimeSpan Next(int attempt, double roll)
    {
        var step = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(attempt - 1, 20)));
        return step * (0.5 + (roll / 2));
    }
}
