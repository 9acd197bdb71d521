using System.Net.Http.Json;
using System.Text.Json;
using FeedbackBot.LocalTeams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>The local Teams on a real socket, with one ward's channel and a fake bot that has taken its installation.</summary>
internal sealed class LocalTeamsServer : IAsyncDisposable
{
    public const string Ward7 = "19:ward7@thread.tacv2";

    private readonly WebApplication _app;

    private LocalTeamsServer(WebApplication app, FakeBot bot)
    {
        _app = app;
        Bot = bot;
        Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new() { BaseAddress = Url };
    }

    public FakeBot Bot { get; }

    public Uri Url { get; }

    public HttpClient Http { get; }

    public LocalTenant Tenant => _app.Services.GetRequiredService<LocalTenant>();

    public LocalTeamsClient Client => _app.Services.GetRequiredService<LocalTeamsClient>();

    /// <param name="installs">Whether this start will tell the bot of its installation; those activities are taken here.</param>
    public static async Task<LocalTeamsServer> Start(string? history = null, bool installs = true)
    {
        var bot = await FakeBot.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLocalTeams(new LocalTeamsOptions
        {
            BotUrl = bot.Url,
            History = history,
            OrganisationName = "Mill Road Hospital",
            Hashtags = ["MillRoad"],
            Channels = [LocalChannel.ForWard("ward7", "Ward 7")],
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapLocalTeams();
        await app.StartAsync();
        var server = new LocalTeamsServer(app, bot);
        if (installs)
        {
            server.Installation = [await bot.Next(), await bot.Next()];
        }

        return server;
    }

    /// <summary>What the bot was told when it was installed.</summary>
    public IReadOnlyList<JsonElement> Installation { get; private set; } = [];

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : body is string text ? new StringContent(text) : JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, answer.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(answer));
    }

    /// <summary>Posts a card to the ward's channel, as a bot does.</summary>
    public Task<(int Status, JsonElement Body)> PostCard(string words = "The loo smells", string channel = Ward7) =>
        Send(HttpMethod.Post, "/local/connector/v3/conversations", new
        {
            isGroup = true,
            channelData = new { channel = new { id = channel } },
            tenantId = Tenant.Options.TenantId,
            activity = Card(words),
        });

    public static object Card(string words) => new
    {
        type = "message",
        summary = words,
        attachments = new[]
        {
            new
            {
                contentType = "application/vnd.microsoft.card.adaptive",
                content = new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text = words } } },
            },
        },
    };

    public Task<(int Status, JsonElement Body)> Misbehave(string kind, int? count = null, int? retryAfter = null, string? channel = null) =>
        Send(HttpMethod.Post, "/local/misbehave", new { kind, seconds = 60, count, retryAfter, channel });

    /// <summary>Presses a button of a card as one of the people.</summary>
    public Task<(int Status, JsonElement Body)> Click(LocalPerson person, string message, string type = "execute", object? data = null) =>
        Send(HttpMethod.Post, "/local/clicks", new
        {
            person = person.Id,
            conversation = Ward7,
            message,
            type,
            verb = "claim",
            data = data ?? new { token = "opaque", note = "" },
        });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
