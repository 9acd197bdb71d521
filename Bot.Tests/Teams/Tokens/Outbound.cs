using System.Text.Json.Nodes;
using FeedbackBot.Deliver;
using FeedbackBot.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>The bot's way out to a connector, with a login, and a foreign host that nothing must reach.</summary>
internal sealed class Outbound : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Outbound(FakeLogin login, FakeConnector connector, FakeConnector foreign, Action<TeamsOptions> set)
    {
        (Login, Connector, Foreign) = (login, connector, foreign);
        var options = new TeamsOptions { AppId = Knock.AppId, TenantId = Knock.TenantId, ClientSecret = "s3cret~value", LoginUrl = login.Url };
        options.AllowedServiceUrls.Add(connector.Url);
        set(options);
        Assert.Empty(TeamsOptionsFaults.Of(options));
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddTeams(options)
            .BuildServiceProvider();
    }

    public FakeLogin Login { get; }

    public FakeConnector Connector { get; }

    public FakeConnector Foreign { get; }

    public FakeClock Clock { get; } = new();

    public FakeLogs Logs { get; } = new();

    public ConnectorClient Client => _services.GetRequiredService<ConnectorClient>();

    public static async Task<Outbound> Start(Action<TeamsOptions>? set = null) =>
        new(await FakeLogin.Start(), await FakeConnector.Start(), await FakeConnector.Start(), set ?? (_ => { }));

    public Task<SendVerdict> Send(string? to = null) =>
        Client.PostAsync(to ?? Connector.Url, "19:ward7@thread.tacv2", null, new JsonObject { ["text"] = "A patient's words" }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Foreign.DisposeAsync();
        await Connector.DisposeAsync();
        await Login.DisposeAsync();
    }
}
