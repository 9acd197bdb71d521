namespace FeedbackBot.Tests;

/// <summary>A clock that stands still until a test moves it, and tells the test when someone has begun to wait for it.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Seen)> _watchers = [];
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
        var timer = new FakeTimer(this, () => callback(state));
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
            if (_timers.Any(t => t.Due == _now + wait))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wait, seen));
            return seen.Task.WaitAsync(cancellationToken);
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            timer.Set(dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime, period);
            if (timer.Due is null)
            {
                return;
            }

            _timers.Add(timer);
            foreach (var watcher in _watchers.Where(w => w.Wait == dueTime).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Seen.TrySetResult();
            }
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

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
