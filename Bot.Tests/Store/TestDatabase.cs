using FeedbackBot.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FeedbackBot.Tests.Store;

/// <summary>An empty database of its own for a test, gone when the test ends. Nothing is in it until a store is opened on it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    private TestDatabase(DatabaseKind kind, string connectionString, Func<Task> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        _drop = drop;
    }

    public DatabaseKind Kind { get; }

    /// <summary>A value for <c>ConnectionStrings:Store</c>.</summary>
    public string ConnectionString { get; }

    public StoreOptions Options => new(ConnectionString);

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind) => kind == DatabaseKind.Postgres ? await OnPostgresAsync() : OnSqlite();

    public async ValueTask DisposeAsync() => await _drop();

    private static TestDatabase OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("feedbackbot-").FullName;

        // As the store itself writes it, so that the pool which is cleared is the store's.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "feedback.db"), ForeignKeys = true }.ToString();
        return new TestDatabase(DatabaseKind.Sqlite, connectionString, () =>
        {
            using var pooled = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(pooled);
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> OnPostgresAsync()
    {
        var name = $"feedbackbot_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(Postgres.Server) { Database = name }.ToString();
        return new TestDatabase(DatabaseKind.Postgres, connectionString, () => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
