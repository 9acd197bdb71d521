namespace FeedbackBot.Summary.Digests;

/// <summary>Wakes whoever sends digests when somebody has changed theirs.</summary>
public sealed class DigestSignal
{
    private TaskCompletionSource _set = New();

    /// <summary>Comes with the next <see cref="Set"/>: taken before a look, it misses nothing.</summary>
    public Task Next => Volatile.Read(ref _set).Task;

    public void Set() => Interlocked.Exchange(ref _set, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
