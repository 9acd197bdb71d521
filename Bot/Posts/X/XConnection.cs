namespace FeedbackBot.Posts.X;

/// <summary>Keeps the one stream open: reads it to its end, waits as X asks, opens the next. Remembers X's limits from one run to the next.</summary>
/// <param name="reopened">Told when the stream is open after it was lost or refused.</param>
internal sealed partial class XConnection(XClient client, Action reopened, XWatch watch, TimeProvider clock, ILogger logger)
{
    // A stream that held this long wasn't part of a row of failures.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60);

    private static readonly XFailure Often = new(XFailureKind.RateLimited, "The stream was opened as often as X allows.");

    // X takes 50 in 15 minutes; the rest is for a restart, which remembers nothing.
    private readonly XAllowance _openings = new(45, clock);
    private readonly XSlot _slot = new(client, clock, logger);
    private readonly XStream _stream = new(client, clock, logger);
    private readonly XRetry _retry = new("stream", watch, clock, logger);

    /// <summary>Ends only when stopped, and the connection with it.</summary>
    public async Task Run(XIntake intake, CancellationToken stop)
    {
        _slot.Begin();
        if (_openings.Wait() is var wait && wait > TimeSpan.Zero)
        {
            await _retry.Wait(Often, wait, stop);
        }

        for (var isAgain = false; ; isAgain = true)
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
                if (isAgain)
                {
                    reopened();
                }

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
        watch.Works(XPostSource.Whole);
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
