namespace FeedbackBot.Store;

/// <summary>Work that this instance holds until it disposes of this; renewed in time, however long a step of the work takes.</summary>
public sealed class Lease : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _held;
    private readonly Leases _leases;
    private readonly string _name;
    private readonly Task _keeping;

    internal Lease(Leases leases, string name, Func<CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        (_leases, _name) = (leases, name);
        _held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _keeping = KeepAsync(keep);
    }

    /// <summary>Cancelled when the work must stop: another instance may have it now.</summary>
    public CancellationToken Token => _held.Token;

    /// <summary>Gives it back, so that another instance needn't wait for its end. Throws what kept it from being renewed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        try
        {
            await _keeping;
            await _leases.ReleaseAsync(_name, CancellationToken.None);
        }
        finally
        {
            _held.Dispose();
            _ended.Dispose();
        }
    }

    private async Task KeepAsync(Func<CancellationToken, Task> keep)
    {
        try
        {
            await keep(_ended.Token);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            return;
        }
        catch
        {
            await _held.CancelAsync();
            throw;
        }

        await _held.CancelAsync();
    }
}
