using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FeedbackBot.Tests.Store;

/// <summary>One instance's store, opened as the bot opens it, with a clock that the test moves.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _connectionString;
    private readonly TestDatabase? _owned;
    private readonly Action<IServiceCollection>? _also;

    private TestStore(IHost host, string connectionString, FakeClock clock, TestDatabase? owned, Action<IServiceCollection>? also)
    {
        _host = host;
        _connectionString = connectionString;
        _owned = owned;
        _also = also;
        Clock = clock;
    }

    public FakeClock Clock { get; }

    public FeedbackDatabase Database => Get<FeedbackDatabase>();

    public Intake Intake => Get<Intake>();

    public CaseStore Cases => Get<CaseStore>();

    public CaseDesk Desk => Get<CaseDesk>();

    public Outbox Outbox => Get<Outbox>();

    public ChannelDirectory Channels => Get<ChannelDirectory>();

    public ShownCards Shown => Get<ShownCards>();

    public Leases Leases => Get<Leases>();

    /// <param name="also">Stages besides the store and what it needs; workers among them begin with <see cref="StartAsync"/>.</param>
    public static async Task<TestStore> OpenAsync(DatabaseKind kind, Action<IServiceCollection>? also = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return await OpenAsync(database.ConnectionString, new FakeClock(), database, also);
    }

    /// <summary>An instance on a database that outlives it, or on none.</summary>
    public static Task<TestStore> OpenAsync(string connectionString) => OpenAsync(connectionString, new FakeClock(), null, null);

    /// <summary>Another instance on the same database.</summary>
    public Task<TestStore> AnotherAsync() => OpenAsync(_connectionString, Clock, null, _also);

    /// <summary>Saves posts that came to a ward.</summary>
    public Task<int> TakeAsync(string wardId, params string[] postIds) =>
        Intake.SaveAsync("x", [.. postIds.Select(id => Arrivals.Of(id, wardId))], null, CancellationToken.None);

    /// <summary>The case, which must be there.</summary>
    public async Task<CaseFile> FindAsync(string caseId) =>
        await Cases.FindAsync(caseId, CancellationToken.None) ?? throw new InvalidOperationException($"There is no case {caseId}.");

    /// <summary>Does something to a case as a boss of its ward.</summary>
    public async Task<CaseFile> DoAsync(string caseId, CaseAction action, Person? by = null)
    {
        var actor = new Actor(by ?? CardSamples.Mary, IsMember: true, IsFixer: true, IsBoss: true) { MayCloseAlarms = true };
        var (file, why) = await Desk.ActAsync(await FindAsync(caseId), action, actor, null, CancellationToken.None);
        return why is null ? file : throw new InvalidOperationException(why);
    }

    /// <summary>What a query over the raw tables gives.</summary>
    public async Task<T> ReadAsync<T>(Func<FeedbackContext, Task<T>> query)
    {
        await using var context = Database.Open();
        return await query(context);
    }

    /// <summary>Runs a statement past the store.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql) => ReadAsync(context => context.Database.ExecuteSqlRawAsync(sql));

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    /// <summary>Starts the workers.</summary>
    public Task StartAsync() => _host.StartAsync();

    /// <summary>Stops the workers as an operator stops the bot.</summary>
    public Task StopAsync() => _host.StopAsync();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private static async Task<TestStore> OpenAsync(
        string connectionString,
        FakeClock clock,
        TestDatabase? owned,
        Action<IServiceCollection>? also)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(StoreOptions.Setting, connectionString)]);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(CardSamples.Organisation());
        builder.Services.AddTriage().AddCases(builder.Configuration).AddStore(builder.Configuration).AddSingleton<PostDesk>().AddX(builder.Configuration).AddSingleton<SettingsWatch>();
        also?.Invoke(builder.Services);
        var store = new TestStore(builder.Build(), connectionString, clock, owned, also);
        try
        {
            await store.Get<StoreOpening>().OpenAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
