namespace FeedbackBot.Store;

/// <summary>Wakes whoever looks posts up when a person has asked for one.</summary>
public sealed class LookupSignal
{
    private TaskCompletionSource _set = New();

    public void Set() => Interlocked.Exchange(ref _set, New()).TrySetResult();

    /// <summary>Comes with the next <see cref="Set"/>: taken before a look, it misses nothing.</summary>
    public Task Next => Volatile.Read(ref _set).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
