using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedbackBot.Tests.Store;

/// <summary>Writes that wait for SQLite's one writer share a commit, and nothing else.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime, IDisposable
{
    private readonly TaskCompletionSource _first = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private TestDatabase? _file;

    [Fact]
    public async Task Of_writes_that_wait_together_the_one_that_fails_fails_alone()
    {
        var database = await OpenAsync();
        var first = database.WriteAsync(_ => _first.Task, _limit.Token);
        var good = AddAsync(database, "good");
        var again = AddAsync(database, "good");
        var fails = database.WriteAsync(
            async context =>
            {
                await context.Cursors.Where(c => c.Source == "good").ExecuteDeleteAsync();
                throw new InvalidOperationException("changed its mind");
            },
            _limit.Token);
        var last = AddAsync(database, "last");

        _first.SetResult();

        await Task.WhenAll(first, good, last);
        await Assert.ThrowsAsync<DbUpdateException>(() => again);
        Assert.Equal("changed its mind", (await Assert.ThrowsAsync<InvalidOperationException>(() => fails)).Message);
        Assert.Equal(["good", "last"], await SourcesAsync(database));
    }

    [Fact]
    public async Task Of_writes_that_wait_together_each_sees_what_the_ones_before_it_wrote()
    {
        var database = await OpenAsync();
        var first = database.WriteAsync(_ => _first.Task, _limit.Token);
        var writes = Enumerable.Range(0, 100).Select(i => database.WriteAsync(
            async context =>
            {
                var before = await context.Cursors.CountAsync();
                context.Cursors.Add(new CursorRow { Source = $"{i:000}", Value = "1" });
                return before;
            },
            _limit.Token)).ToList();

        _first.SetResult();

        Assert.Equal(Enumerable.Range(0, 100), await Task.WhenAll(writes));
        await first;
    }

    [Fact]
    public async Task Who_is_stopped_while_waiting_writes_nothing()
    {
        var database = await OpenAsync();
        using var stop = new CancellationTokenSource();
        var first = database.WriteAsync(_ => _first.Task, _limit.Token);
        var stopped = database.WriteAsync(
            context =>
            {
                context.Cursors.Add(new CursorRow { Source = "stopped", Value = "1" });
                return Task.CompletedTask;
            },
            stop.Token);
        var last = AddAsync(database, "last");

        await stop.CancelAsync();
        _first.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        await Task.WhenAll(first, last);
        Assert.Equal(["last"], await SourcesAsync(database));
    }

    public async Task InitializeAsync() => _file = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _file!.DisposeAsync();

    public void Dispose() => _limit.Dispose();

    private async Task<FeedbackDatabase> OpenAsync()
    {
        var database = new FeedbackDatabase(_file!.Options, new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
        using var opening = new StoreOpening(database, NullLogger<StoreOpening>.Instance);
        await opening.OpenAsync(_limit.Token);
        return database;
    }

    private Task AddAsync(FeedbackDatabase database, string source) => database.WriteAsync(
        context =>
        {
            context.Cursors.Add(new CursorRow { Source = source, Value = "1" });
            return Task.CompletedTask;
        },
        _limit.Token);

    private static async Task<List<string>> SourcesAsync(FeedbackDatabase database)
    {
        await using var context = database.Open();
        return await context.Cursors.OrderBy(c => c.Source).Select(c => c.Source).ToListAsync();
    }
}
