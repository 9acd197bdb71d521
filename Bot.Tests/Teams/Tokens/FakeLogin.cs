using System.Collections.Concurrent;
using FeedbackBot.Tests.Posts.X;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>login.microsoftonline.com on a real socket, and a machine's managed identity service. Another question than for a token throws when it is disposed.</summary>
internal sealed class FakeLogin : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly WebApplication _app;

    private FakeLogin()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost($"/{Knock.TenantId}/oauth2/v2.0/token", async (HttpContext http) =>
        {
            Forms.Enqueue((await http.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString()));
            Requests.Add();
            return Answer();
        });
        _app.MapGet("/msi/token", (HttpContext http) =>
        {
            Forms.Enqueue(http.Request.Query.ToDictionary(f => f.Key, f => f.Value.ToString()));
            Requests.Add();
            var until = TimeProvider.System.GetUtcNow().AddSeconds(ExpiresIn).ToUnixTimeSeconds();
            return Refusal ?? Results.Json(new { access_token = $"token-{Requests.Count}", expires_on = $"{until}", resource = "https://api.botframework.com", token_type = "Bearer" });
        });
        _app.MapFallback((HttpContext http) => _unexpected.Enqueue($"{http.Request.Method} {http.Request.Path}"));
    }

    public string Url => _app.Urls.Single();

    /// <summary>Seconds.</summary>
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>What it answers instead of a token.</summary>
    public IResult? Refusal { get; set; }

    /// <summary>What was asked with.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Forms { get; } = [];

    public FakeTally Requests { get; } = new();

    public static async Task<FakeLogin> Start()
    {
        var login = new FakeLogin();
        await login._app.StartAsync();
        return login;
    }

    /// <summary>As Entra refuses.</summary>
    public static IResult Says(string error, string description, int status = 401) =>
        Results.Json(new { error, error_description = $"{description} Trace ID: 0 Correlation ID: 0", error_codes = Array.Empty<int>() }, statusCode: status);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(_unexpected);
    }

    private IResult Answer() => Refusal ?? Results.Json(new { token_type = "Bearer", expires_in = ExpiresIn, ext_expires_in = ExpiresIn, access_token = $"token-{Requests.Count}" });
}
