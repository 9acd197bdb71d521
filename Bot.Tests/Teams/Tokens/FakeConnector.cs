using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>A host on a real socket that takes whatever comes and remembers with which token.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(http =>
        {
            var authorization = http.Request.Headers.Authorization.ToString();
            Authorizations.Enqueue(authorization);
            return (Answer(authorization) ?? Results.Json(new { id = "1" }, statusCode: 201)).ExecuteAsync(http);
        });
    }

    public string Url => $"{_app.Urls.Single()}/teams/";

    /// <summary>The header of every request that came.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = [];

    /// <summary>By the header; null takes the message.</summary>
    public Func<string, IResult?> Answer { get; set; } = _ => null;

    public static async Task<FakeConnector> Start()
    {
        var connector = new FakeConnector();
        await connector._app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
