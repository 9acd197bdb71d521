namespace FeedbackBot.Posts.X;

/// <summary>Waits after a failure, climbing the ladder of its kind; warns when the cause changes or a ceiling is reached.</summary>
/// <param name="what">For the log: what is tried again.</param>
internal sealed partial class XRetry(string what, TimeProvider clock, ILogger logger)
{
    // One count per kind, so that two kinds taking turns can't hold each other at the foot of their ladders.
    private readonly int[] _attempts = new int[Enum.GetValues<XFailureKind>().Length];
    private (string Why, bool IsCeiling) _last;

    /// <summary>X answers well again: the next wait is a first one.</summary>
    public void Reset()
    {
        Array.Clear(_attempts);
        _last = default;
    }

    public Task Wait(XFailure failure, CancellationToken cancellationToken)
    {
        var wait = XBackoff.Next(failure, _attempts[(int)failure.Kind]++, clock.GetUtcNow());
        var isCeiling = XBackoff.IsCeiling(failure.Kind, wait);
        if (_last == (failure.Why, isCeiling))
        {
            Log.Again(logger, what, failure.Why, wait);
        }
        else
        {
            Log.Failed(logger, what, failure.Why, wait, isCeiling ? " This is the longest wait: it doesn't get better by itself." : "");
        }

        _last = (failure.Why, isCeiling);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "X, {What}: {Why} Next try in {Wait}.{Ceiling}")]
        public static partial void Failed(ILogger logger, string what, string why, TimeSpan wait, string ceiling);

        [LoggerMessage(1102, LogLevel.Debug, "X, {What}: {Why} Next try in {Wait}.")]
        public static partial void Again(ILogger logger, string what, string why, TimeSpan wait);
    }
}
