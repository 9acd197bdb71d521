using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FeedbackBot.Store;

/// <summary>
/// SQLite's one writer, fair and at once where SQLite's own busy handler polls. What comes in while a commit is on its way to the disk
/// shares the next one, because the disk costs more than everything before it; each write still succeeds or fails alone.
/// </summary>
internal sealed class SqliteWriter(Func<FeedbackContext> open)
{
    /// <summary>More would let the first ones wait for the last.</summary>
    private const int MostTogether = 64;

    private const string Savepoint = "one_write";

    private readonly Lock _lock = new();
    private readonly Queue<Write> _waiting = [];
    private bool _isWriting;

    /// <returns>What <paramref name="work"/> returned, once it is committed.</returns>
    public Task<T> WriteAsync<T>(Func<FeedbackContext, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        lock (_lock)
        {
            _waiting.Enqueue(write);
            if (!_isWriting)
            {
                _isWriting = true;
                _ = Task.Run(WriteWaitingAsync, CancellationToken.None);
            }
        }

        return write.Committed;
    }

    private async Task WriteWaitingAsync()
    {
        while (NextWrites() is { Count: > 0 } writes)
        {
            try
            {
                await CommitAsync(writes);
                writes.ForEach(w => w.Succeed());
            }
            catch (Exception fault)
            {
                // The transaction as a whole failed: everybody who is in it hears why.
                writes.ForEach(w => w.Fail(fault));
            }
        }
    }

    private List<Write> NextWrites()
    {
        lock (_lock)
        {
            var writes = new List<Write>();
            while (writes.Count < MostTogether && _waiting.TryDequeue(out var write))
            {
                writes.Add(write);
            }

            _isWriting = writes.Count > 0;
            return writes;
        }
    }

    private async Task CommitAsync(List<Write> writes)
    {
        await using var context = open();
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);

        // What is overwritten or deleted must not lie on in the file's free places: it may be a post that its author removed.
        await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", CancellationToken.None);
        foreach (var write in writes)
        {
            await RunAsync(write, context, transaction);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task RunAsync(Write write, FeedbackContext context, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(Savepoint, CancellationToken.None);
        try
        {
            await write.RunAsync(context);
        }
        catch (Exception fault)
        {
            await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
            write.Fail(fault);
        }

        await transaction.ReleaseSavepointAsync(Savepoint, CancellationToken.None);
    }

    /// <summary>One caller's work, and the caller's hearing what became of it.</summary>
    private abstract class Write
    {
        public abstract Task RunAsync(FeedbackContext context);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<T>(Func<FeedbackContext, Task<T>> work, CancellationToken cancellationToken) : Write
    {
        private readonly TaskCompletionSource<T> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Committed => _committed.Task;

        public override async Task RunAsync(FeedbackContext context)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _result = await work(context);
            await context.SaveChangesAsync(cancellationToken);

            // The last moment at which this write can still be left out of the commit.
            cancellationToken.ThrowIfCancellationRequested();
        }

        public override void Succeed() => _committed.TrySetResult(_result!);

        public override void Fail(Exception fault)
        {
            if (fault is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                _committed.TrySetCanceled(cancellationToken);
                return;
            }

            _committed.TrySetException(fault);
        }
    }
}
