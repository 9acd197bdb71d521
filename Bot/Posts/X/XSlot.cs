namespace FeedbackBot.Posts.X;

/// <summary>
/// X takes one connection, and may hold the place of one that was lost for 15 to 20 minutes. That place is freed on request; the place of a
/// stranger, who uses the same token, isn't: two programs would throw each other out for ever.
/// </summary>
internal sealed partial class XSlot(XClient client, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(20);

    private readonly XAllowance _requests = new(25, clock);

    private DateTimeOffset? _leftAt;

    /// <summary>A start may follow a crash, and taking over that of another instance: either left a connection behind.</summary>
    public void Begin() => _leftAt = clock.GetUtcNow();

    public void Opened() => _leftAt = null;

    /// <param name="why">Null where we left. X knows of a stream that it ended itself.</param>
    public void Lost(XFailure? why) => _leftAt = why?.Kind is XFailureKind.Ended ? null : clock.GetUtcNow();

    /// <returns>Whether it's worth trying again at once.</returns>
    public async Task<bool> Free(CancellationToken cancellationToken)
    {
        if (_leftAt is not { } left || clock.GetUtcNow() - left > HeldFor || _requests.Wait() > TimeSpan.Zero)
        {
            Log.NotOurs(logger);
            return false;
        }

        _requests.Use();
        var freed = await client.Delete("2/connections/all", cancellationToken);
        if (freed.Failure is { } failure)
        {
            Log.NotFreed(logger, failure.Why);
            return false;
        }

        // If X still refuses, the connection wasn't ours or X takes its time; asking again changes neither.
        _leftAt = null;
        Log.Freed(logger);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1151, LogLevel.Information, "X still held the place of a connection that we lost; it's freed.")]
        public static partial void Freed(ILogger logger);

        [LoggerMessage(1152, LogLevel.Warning, "X holds the place of a connection that we lost and doesn't free it: {Why}")]
        public static partial void NotFreed(ILogger logger, string why);

        [LoggerMessage(1153, LogLevel.Warning, "X says that another connection is open with this token, and it isn't one that we lost. "
            + "If another program uses this token, give each an app of its own in X's developer portal.")]
        public static partial void NotOurs(ILogger logger);
    }
}
