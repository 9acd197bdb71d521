namespace FeedbackBot.Store;

/// <summary>Wakes a worker of this instance when a commit has left it something to do. What another instance commits is found by looking now and then.</summary>
public abstract class Signal
{
    private TaskCompletionSource _set = New();

    /// <summary>Comes with the next <see cref="Set"/>: taken before a look, it misses nothing.</summary>
    public Task Next => Volatile.Read(ref _set).Task;

    public void Set() => Interlocked.Exchange(ref _set, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
