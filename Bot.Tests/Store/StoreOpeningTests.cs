using System.Net;
using System.Net.Sockets;
using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

/// <summary>Every fault is one exception whose message names the setting, its value without a password, and the cure.</summary>
public class StoreOpeningTests
{
    private const string Secret = "correct-horse";

    [Fact]
    public async Task A_folder_is_no_database()
    {
        using var folder = new TemporaryFolder();

        var message = await FaultAsync($"Data Source={folder.Path};Foreign Keys=True");

        AssertNames(message, $"'{folder.Path}'", "can't be opened", "may write there");
    }

    [Fact]
    public async Task A_file_of_another_kind_is_no_database()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "feedback.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("Dear diary, ", 1000)));

        AssertNames(await FaultAsync($"Data Source={file}"), $"'{file}'", "not a database");
        Assert.StartsWith("Dear diary", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made_and_one_that_cannot_be_is_named()
    {
        using var folder = new TemporaryFolder();
        await (await TestStore.OpenAsync($"Data Source={Path.Combine(folder.Path, "new", "feedback.db")}")).DisposeAsync();
        Assert.True(File.Exists(Path.Combine(folder.Path, "new", "feedback.db")));
        var inTheWay = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(inTheWay, "");

        var message = await FaultAsync($"Data Source={inTheWay}/feedback.db");

        AssertNames(message, inTheWay, "can't be opened", "that the place exists");
    }

    [Theory]
    [InlineData("Datenquelle=feedback.db")]
    [InlineData("Host=127.0.0.1;Pasword=" + Secret)]
    [InlineData("Host=127.0.0.1;Port=many;Password=" + Secret)]
    [InlineData("feedback.db")]
    public async Task A_string_that_cannot_be_read_is_answered_with_both_forms(string connectionString)
    {
        AssertNames(await FaultAsync(connectionString), "can't be read", "Data Source=FILE", "Host=…;Database=…");
    }

    [Fact]
    public async Task A_server_that_is_not_there()
    {
        using var once = new TcpListener(IPAddress.Loopback, 0);
        once.Start();
        var port = ((IPEndPoint)once.LocalEndpoint).Port;
        once.Stop();

        var message = await FaultAsync($"Host=127.0.0.1;Port={port};Database=feedback;Username=feedback;Password={Secret}");

        AssertNames(message, $"'Host=127.0.0.1;Port={port};Database=feedback;Username=feedback'", "can't be opened", "Check");
    }

    [Fact]
    public async Task A_wrong_password()
    {
        await using var server = new FakePostgres();

        var message = await FaultAsync($"Host=127.0.0.1;Port={server.Port};Database=feedback;Username=feedback;Password={Secret};Pooling=False");

        AssertNames(message, $"'Host=127.0.0.1;Port={server.Port};Database=feedback;Username=feedback'", "password authentication failed", "Check");
        Assert.Equal([Secret], server.Tried.Distinct());
    }

    [PostgresFact]
    public async Task Someone_whom_the_server_does_not_know()
    {
        var server = new Npgsql.NpgsqlConnectionStringBuilder(Postgres.Server) { Username = "nobody_here", Password = Secret };

        AssertNames(await FaultAsync(server.ToString()), "Username=nobody_here'", "can't be opened", "Check");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_from_a_newer_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var newer = await TestStore.OpenAsync(database.ConnectionString))
        {
            await newer.TakeAsync("ward7", "1001");
            await newer.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '42.0.0')");
        }

        var message = await FaultAsync(database.ConnectionString);

        AssertNames(message, "is from a newer FeedbackBot", "'20990101000000_Later'", "Run that version or newer");
        Assert.Contains(kind == DatabaseKind.Sqlite ? "feedback.db'" : "Database=feedbackbot_", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_file()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (await TestStore.OpenAsync(database.ConnectionString))
        {
            AssertNames(await FaultAsync(database.ConnectionString), "feedback.db'", "in use by another FeedbackBot", "several instances need PostgreSQL");
        }

        await using var next = await TestStore.OpenAsync(database.ConnectionString);
        Assert.Equal(1, await next.TakeAsync("ward7", "1001"));
    }

    [Fact]
    public async Task A_lock_file_that_was_left_behind_is_no_hindrance()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var before = await TestStore.OpenAsync(database.ConnectionString))
        {
            Assert.True(File.Exists(before.Database.File + ".lock"));
        }

        await using var next = await TestStore.OpenAsync(database.ConnectionString);

        Assert.True(File.Exists(next.Database.File + ".lock"));
    }

    private static async Task<string> FaultAsync(string connectionString) =>
        (await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(connectionString))).Message;

    private static void AssertNames(string message, params string[] parts)
    {
        Assert.Contains(StoreOptions.Setting, message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
    }
}
