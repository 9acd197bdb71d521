using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Opens the database once at start: makes it where it's missing, brings it up to date, refuses what it can't serve.</summary>
public sealed partial class StoreOpening(FeedbackDatabase database, ILogger<StoreOpening> logger) : IDisposable
{
    /// <summary>Any number, as long as no other program on the same database has it.</summary>
    private const long MigrationLock = 0x_FEED_BACC;

    private FileStream? _lock;

    /// <exception cref="StoreException">It can't be opened, is in use, or is from a newer version.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        try
        {
            if (database.File is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                LockAgainstASecondInstance(file);
            }

            var applied = (await AppliedAsync(context, cancellationToken)).ToList();
            var unknown = applied.Except(context.Database.GetMigrations()).ToList();
            if (unknown.Count > 0)
            {
                throw new StoreException(
                    $"The database {database.Name} is from a newer FeedbackBot (it has '{unknown[^1]}'). Run that version or newer, or set {StoreOptions.Setting} to another database.");
            }

            if (context.Database.GetMigrations().Except(applied).Any())
            {
                // Only then: EF compares the whole model first, which would be a good part of every start.
                await MigrateAsync(context, cancellationToken);
            }

            if (database.File is not null)
            {
                // Readers don't wait for the writer; the setting stays with the file.
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);

                // A kill may have come between an erasure and this.
                await database.ScrubAsync(cancellationToken);
            }

            Log.Opened(logger, database.Name);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new StoreException(
                $"The database {database.Name} can't be opened: {fault.GetBaseException().Message} Check {StoreOptions.Setting}, that the place exists and that this program may write there.",
                fault);
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static async Task<IEnumerable<string>> AppliedAsync(FeedbackContext context, CancellationToken cancellationToken) =>
        await context.Database.CanConnectAsync(cancellationToken) ? await context.Database.GetAppliedMigrationsAsync(cancellationToken) : [];

    /// <summary>EF asks what is missing before it locks anything, so two instances at once would both do the same: the second waits here instead.</summary>
    private async Task MigrateAsync(FeedbackContext context, CancellationToken cancellationToken)
    {
        if (!database.IsShared || !await context.Database.CanConnectAsync(cancellationToken))
        {
            await context.Database.MigrateAsync(cancellationToken);
            return;
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The system frees the lock when the process dies, however it dies.</summary>
    private void LockAgainstASecondInstance(string file)
    {
        try
        {
            _lock = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file + ".lock"))
        {
            throw new StoreException(
                $"The database '{file}' is in use by another FeedbackBot. Stop that one, or set {StoreOptions.Setting} to another file; several instances need PostgreSQL.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "The store is {Name}.")]
        public static partial void Opened(ILogger logger, string name);
    }
}
