namespace FeedbackBot.Posts.X;

/// <summary>Keeps the one stream open: reads it to its end, waits as X asks, opens the next. Remembers X's limits from one run to the next.</summary>
internal sealed partial class XConnection(XClient client, XWatch watch, TimeProvider clock, ILogger logger)
{
    // A stream that held this long wasn't part of a row of failures.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60);

    // X takes 50 in 15 minutes; the rest is for a restart, which remembers nothing.
    private readonly XAllowance _openings = new(45, clock);
    private readonly XSlot _slot = new(client, clock, logger);
    private readonly XStream _stream = new(client, clock, logger);
    private readonly XRetry _retry = new("stream", watch, clock, logger);

    /// <summary>Ends only when stopped, and the connection with it.</summary>
    public async Task Run(XIntake intake, CancellationToken stop)
    {
        while (true)
        {
            _openings.Use();
            var opened = await _stream.Open(stop);
            if (opened.Failure is { } failure)
            {
                if (failure.IsUnheard)
                {
                    _openings.GiveBack();
                }

                intake.Lost();
                if (failure.IsSlotHeld && await _slot.Free(stop) && _openings.Wait() == TimeSpan.Zero)
                {
                    continue;
                }
            }
            else
            {
                failure = await ReadOne(opened.Value!, intake, stop);
            }

            await _retry.Wait(failure, _openings.Wait(), stop);
            await intake.HasRoom(stop);
        }
    }

    private async Task<XFailure> ReadOne(HttpResponseMessage opened, XIntake intake, CancellationToken stop)
    {
        var since = clock.GetUtcNow();
        _slot.Opened();
        Log.Opened(logger);
        watch.Works("stream");
        watch.Change(s => s with { ConnectedSince = since, LastSignOfLifeAt = since });
        intake.Opened();
        XFailure? failure = null;
        try
        {
            // X allows one: the next isn't opened before this one is closed.
            using (opened)
            {
                return failure = await _stream.Read(opened, intake, stop);
            }
        }
        finally
        {
            _slot.Lost(failure);
            watch.Change(s => s with { ConnectedSince = null });
            intake.Lost();
            if (clock.GetUtcNow() - since >= Steady)
            {
                _retry.Reset();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1141, LogLevel.Information, "X's stream is open.")]
        public static partial void Opened(ILogger logger);
    }
}
