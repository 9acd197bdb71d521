using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>A bot that only keeps what it is sent and answers what it is told to.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();

    private FakeBot()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/api/messages", async (HttpContext http) =>
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body);
            var activity = json.RootElement.Clone();
            var (status, body) = Answer(activity);
            await _received.Writer.WriteAsync(activity);
            return Results.Text(body, "application/json", statusCode: status);
        });
    }

    public Func<JsonElement, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FakeBot> Start()
    {
        var bot = new FakeBot();
        await bot._app.StartAsync();
        return bot;
    }

    /// <summary>The next activity, which must come within ten seconds.</summary>
    public async Task<JsonElement> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public bool HasMore => _received.Reader.Count > 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
