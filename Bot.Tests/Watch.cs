namespace FeedbackBot.Tests;

/// <summary>Waits until what others change has become as wanted: looks again at every change, never by the clock.</summary>
internal sealed class Watch
{
    /// <summary>Only a test that fails waits this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TaskCompletionSource _next = New();

    /// <summary>Something changed.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <param name="look">Null while it isn't as wanted.</param>
    /// <param name="otherwise">What there is instead, for the message of a test that fails.</param>
    public async Task<T> Until<T>(Func<T?> look, Func<string> otherwise)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            // Taken before the look: a change after it is seen.
            var next = _next.Task;
            if (look() is { } wanted)
            {
                return wanted;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"What was waited for didn't come. There is: {otherwise()}");
            }
        }
    }

    /// <summary>Comes when the signal does; one that doesn't come fails the test, which goes on to its end.</summary>
    /// <param name="otherwise">What was waited for and what there is instead, for the message of a test that fails.</param>
    /// <param name="limit">The test's own, in place of this one's patience where it has one.</param>
    public static async Task Comes(Task signal, Func<string> otherwise, CancellationToken limit)
    {
        try
        {
            await signal.WaitAsync(limit.CanBeCanceled ? Timeout.InfiniteTimeSpan : Patience, limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"What was waited for didn't come: {otherwise()}");
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
