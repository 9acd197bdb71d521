namespace FeedbackBot.Store;

/// <summary>Wakes the outbox worker when there is something new to send.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set: one look finds everything.
        }
    }

    /// <summary>Returns when set, or after <paramref name="longest"/> at the latest.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _set.WaitAsync(longest, cancellationToken);

    public void Dispose() => _set.Dispose();
}
