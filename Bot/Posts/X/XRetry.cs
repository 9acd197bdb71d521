namespace FeedbackBot.Posts.X;

/// <summary>Waits after a failure, climbing the ladder of its kind; warns when the cause changes or a ceiling is reached.</summary>
/// <param name="what">For the log and the status: what is tried again.</param>
internal sealed partial class XRetry(string what, XWatch watch, TimeProvider clock, ILogger logger)
{
    // One count per kind, so that two kinds taking turns can't hold each other at the foot of their ladders.
    private readonly int[] _attempts = new int[Enum.GetValues<XFailureKind>().Length];
    private (string Why, string Ceiling) _last = ("", "");

    /// <summary>X answers well again: the next wait is a first one.</summary>
    public void Reset()
    {
        Array.Clear(_attempts);
        _last = default;
        watch.Works(what);
    }

    /// <param name="allowed">Until when X's limit allows no other try.</param>
    public async Task Wait(XFailure failure, TimeSpan allowed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ladder = XBackoff.Next(failure, _attempts[(int)failure.Kind]++, now);
        var wait = allowed > ladder ? allowed : ladder;
        var ceiling = allowed > ladder ? " X allows no more tries within 15 minutes."
            : XBackoff.IsCeiling(failure.Kind, ladder) ? " This is the longest wait: it doesn't get better by itself."
            : "";

        // The waiting begins before it's said: whoever hears of it and moves the clock can't come too early.
        var waiting = Task.CompletedTask;
        if (wait > TimeSpan.Zero)
        {
            watch.Waiting(new(what, failure.Why, now + wait));
            waiting = Task.Delay(wait, clock, cancellationToken);
        }

        if (_last == (failure.Why, ceiling))
        {
            Log.Again(logger, what, failure.Why, wait);
        }
        else
        {
            Log.Failed(logger, what, failure.Why, wait, ceiling);
        }

        _last = (failure.Why, ceiling);
        await waiting;
    }

    public Task Wait(XFailure failure, CancellationToken cancellationToken) => Wait(failure, TimeSpan.Zero, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "X, {What}: {Why} Next try in {Wait}.{Ceiling}")]
        public static partial void Failed(ILogger logger, string what, string why, TimeSpan wait, string ceiling);

        [LoggerMessage(1102, LogLevel.Debug, "X, {What}: {Why} Next try in {Wait}.")]
        public static partial void Again(ILogger logger, string what, string why, TimeSpan wait);
    }
}
