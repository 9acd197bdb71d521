namespace FeedbackBot.Tests.Posts.Samples;

/// <summary>A clock that moves only when told, and rings what falls due on the way.</summary>
internal sealed class SampleClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        _alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        foreach (var alarm in _alarms.Where(a => a.Due <= _now).ToList())
        {
            _alarms.Remove(alarm);
            alarm.Ring();
        }
    }

    private sealed class Alarm(SampleClock clock, Action ring) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
            return true;
        }

        public void Dispose() => clock._alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
