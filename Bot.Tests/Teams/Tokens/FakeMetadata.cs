using System.Text.Json.Nodes;
using FeedbackBot.Tests.Posts.X;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>login.botframework.com on a real socket: the metadata and the keys.</summary>
internal sealed class FakeMetadata : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeMetadata()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/v1/.well-known/openidconfiguration", () =>
        {
            Reads.Add();
            return Answer(new JsonObject
            {
                ["issuer"] = "https://api.botframework.com",
                ["jwks_uri"] = $"{_app.Urls.Single()}/v1/.well-known/keys",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            });
        });
        _app.MapGet("/v1/.well-known/keys", () => Answer(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => k.Published())]) }));
    }

    public string Url => $"{_app.Urls.Single()}/v1/.well-known/openidconfiguration";

    /// <summary>Those that are published now.</summary>
    public IReadOnlyList<FakeKey> Keys { get; set; } = [];

    /// <summary>Answers instead of the truth; null for none.</summary>
    public string? Nonsense { get; set; }

    public bool IsDown { get; set; }

    /// <summary>How often the metadata were asked for.</summary>
    public FakeTally Reads { get; } = new();

    public static async Task<FakeMetadata> Start()
    {
        var fake = new FakeMetadata();
        await fake._app.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Answer(JsonObject truth) => IsDown ? Results.StatusCode(500) : Results.Text(Nonsense ?? truth.ToJsonString(), "application/json");
}
