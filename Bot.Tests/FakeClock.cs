namespace FeedbackBot.Tests;

/// <summary>A clock that stands still until a test moves it, and tells the test when someone has begun to wait for it.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private const int MostSteps = 20;

    // Of the machine's time, which only a race makes anybody wait.
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _watchers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _setters = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _leavers = [];
    private DateTimeOffset _now = start;

    public FakeClock()
        : this(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state)) { IsTimeout = state is CancellationTokenSource };
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on and rings every timer on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            FakeTimer? due;
            lock (_lock)
            {
                due = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
                _now = due is null ? end : due.Due > _now ? due.Due.Value : _now;
                due?.Next(_now);
            }

            if (due is null)
            {
                return;
            }

            due.Ring();
        }
    }

    /// <summary>Comes when someone waits for exactly this long from now, or already does.</summary>
    public Task Waited(TimeSpan wait, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _timers.Any(t => t.Due == _now + wait) ? Task.CompletedTask : Watched(_watchers, wait, "wait", cancellationToken);
        }
    }

    /// <summary>Comes when someone sets a timeout of this length, from now on.</summary>
    public Task TimeoutSet(TimeSpan length, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Watched(_setters, length, "new timeout", cancellationToken);
        }
    }

    /// <summary>Comes when no timeout of this length is set any more: whatever had to come in time came.</summary>
    public Task NoTimeout(TimeSpan length, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return HasTimeout(length) ? Watched(_leavers, length, "end of timeouts", cancellationToken) : Task.CompletedTask;
        }
    }

    /// <summary>
    /// Comes when this does, and lets a little time pass whenever it hasn't for a while: after a leap somebody may wait from a moment that time was only
    /// passing through, or to try again what the leap cut short.
    /// </summary>
    /// <param name="what">Asked for anew after each step.</param>
    public async Task Settled(Func<Task> what, TimeSpan step)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            try
            {
                await what().WaitAsync(AWhile);
                return;
            }
            catch (TimeoutException)
            {
                // To the very moment of whoever waits next, if that comes first: who looks again and again would otherwise always have begun to wait in between.
                Advance(UntilNext() is { } next && next < step ? next : step);
            }
        }

        await what();
    }

    private TimeSpan? UntilNext()
    {
        lock (_lock)
        {
            return _timers.Where(t => t.Due > _now).Min(t => t.Due - _now);
        }
    }

    private Task Watched(List<(TimeSpan Wait, TaskCompletionSource Seen)> watchers, TimeSpan wait, string what, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watchers.Add((wait, seen));
        return Watch.Comes(seen.Task, () => $"a {what} of {wait}. There are: {Waits()}.", cancellationToken);
    }

    /// <summary>How long everybody waits still, for the message of a test that fails.</summary>
    private string Waits()
    {
        lock (_lock)
        {
            return string.Join(", ", _timers.Select(t => t.Due - _now).Order());
        }
    }

    private static void Tell(List<(TimeSpan Wait, TaskCompletionSource Seen)> watchers, Func<TimeSpan, bool> isMet)
    {
        foreach (var watcher in watchers.Where(w => isMet(w.Wait)).ToList())
        {
            watchers.Remove(watcher);
            watcher.Seen.TrySetResult();
        }
    }

    private bool HasTimeout(TimeSpan length) => _timers.Any(t => t.IsTimeout && t.Due is not null && t.Length == length);

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            timer.Set(dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime, period);
            timer.Length = dueTime;
            if (timer.Due is null)
            {
                Tell(_leavers, length => !HasTimeout(length));
                return;
            }

            _timers.Add(timer);
            Tell(_watchers, wait => wait == dueTime);
            Tell(_setters, length => timer.IsTimeout && length == dueTime);
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public TimeSpan Length { get; set; }

        public bool IsTimeout { get; init; }

        public void Ring() => ring();

        public void Set(DateTimeOffset? due, TimeSpan period) => (Due, _period) = (due, period);

        public void Next(DateTimeOffset now) => Due = _period > TimeSpan.Zero ? now + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
