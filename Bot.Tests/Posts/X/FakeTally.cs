namespace FeedbackBot.Tests.Posts.X;

/// <summary>A count that can be waited for.</summary>
public sealed class FakeTally
{
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];

    public int Count { get; private set; }

    public void Add()
    {
        lock (_lock)
        {
            Count++;
            foreach (var watcher in _watchers.Where(w => w.Count <= Count).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Reached.TrySetResult();
            }
        }
    }

    /// <summary>Comes when there were at least this many.</summary>
    public Task Reached(int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, reached));
            return Watch.Comes(reached.Task, () => $"a count of {count}. It is {Count}.", cancellationToken);
        }
    }
}
