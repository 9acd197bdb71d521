using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace FeedbackBot.Store;

/// <summary>Opens contexts on the configured database, and is the one place that writes.</summary>
public sealed class FeedbackDatabase
{
    /// <summary>So long, in milliseconds, the file's last readers and writers are waited for, of which each takes some.</summary>
    private const string Patience = "PRAGMA busy_timeout=5000";

    private readonly StoreOptions _options;

    // Making a context costs more than most of our queries, so they are used again.
    private readonly PooledDbContextFactory<SqliteFeedbackContext>? _sqlite;
    private readonly PooledDbContextFactory<PostgresFeedbackContext>? _postgres;
    private readonly SqliteWriter? _writer;

    /// <exception cref="StoreException">The connection string can't be read.</exception>
    public FeedbackDatabase(StoreOptions options, IHostEnvironment environment)
    {
        _options = options;
        try
        {
            if (options.IsPostgres)
            {
                var server = new NpgsqlConnectionStringBuilder(options.ConnectionString);
                Name = $"'Host={server.Host};Port={server.Port};Database={server.Database};Username={server.Username}'";
                _postgres = new(new DbContextOptionsBuilder<PostgresFeedbackContext>()
                    .UseNpgsql(options.ConnectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
                return;
            }

            var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true };
            File = Path.GetFullPath(connection.DataSource, environment.ContentRootPath);
            Name = $"'{File}'";
            connection.DataSource = File;
            // A list is one parameter: otherwise EF writes each query that has one anew, by its length, and hundreds of ids take as long to write as to find.
            _sqlite = new(new DbContextOptionsBuilder<SqliteFeedbackContext>()
                .UseSqlite(connection.ToString(), o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
            _writer = new SqliteWriter(Open);
        }
        catch (ArgumentException fault)
        {
            throw new StoreException(
                $"{StoreOptions.Setting} can't be read: {fault.Message} Use 'Data Source=FILE' for SQLite or 'Host=…;Database=…;Username=…;Password=…' for PostgreSQL.",
                fault);
        }
    }

    /// <summary>The setting's value for people: what says which database it is, and never a password.</summary>
    public string Name { get; }

    /// <summary>SQLite's file; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>PostgreSQL serves several instances, so that work needs leases.</summary>
    public bool IsShared => _options.IsPostgres;

    /// <summary>How long a lease lasts without being renewed.</summary>
    public TimeSpan Lease => _options.Lease;

    /// <summary>A context for reading; the caller disposes of it.</summary>
    public FeedbackContext Open() => _postgres is null ? _sqlite!.CreateDbContext() : _postgres.CreateDbContext();

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it. Whatever it throws rolls everything back.</summary>
    public async Task<T> WriteAsync<T>(Func<FeedbackContext, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_writer is not null)
        {
            return await _writer.WriteAsync(work, cancellationToken);
        }

        await using var context = Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(context);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>
    /// What was erased leaves SQLite's log of writes too, where older versions of its pages stand. PostgreSQL's own vacuum does the like in its time.
    /// </summary>
    public async Task ScrubAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            return;
        }

        await using var context = Open();
        await context.Database.OpenConnectionAsync(cancellationToken);

        // Without patience it does nothing while anybody reads or writes, and calls that no error.
        await context.Database.ExecuteSqlRawAsync(Patience, cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<FeedbackContext, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async context =>
            {
                await work(context);
                return true;
            },
            cancellationToken);
}
