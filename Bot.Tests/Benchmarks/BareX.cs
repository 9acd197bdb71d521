using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Benchmarks;

/// <summary>X with nothing to do but send bytes: whoever opens the stream gets all of them at once, and then silence.</summary>
internal sealed class BareX : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareX(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <param name="send">Comes when the bytes may go.</param>
    public static Task<BareX> StartAsync(byte[] stream, Task send) => StartAsync([stream], TimeSpan.Zero, send);

    /// <param name="every">How long after the one before each piece goes.</param>
    /// <param name="send">Comes when the bytes may go.</param>
    public static async Task<BareX> StartAsync(IReadOnlyList<byte[]> pieces, TimeSpan every, Task send)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var rules = new JsonArray();
        app.MapGet("/2/tweets/search/stream/rules", () => Results.Text(new JsonObject { ["data"] = rules.DeepClone() }.ToJsonString(), "application/json"));
        app.MapPost("/2/tweets/search/stream/rules", (JsonObject change, [FromQuery(Name = "dry_run")] bool? dryRun) =>
        {
            // The bot looks whether X has what it took.
            foreach (var rule in dryRun == true ? [] : change["add"]!.AsArray())
            {
                rules.Add(new JsonObject { ["id"] = $"{rules.Count}", ["value"] = rule!["value"]!.DeepClone(), ["tag"] = rule["tag"]!.DeepClone() });
            }

            return Results.Text("""{"meta":{}}""", "application/json", statusCode: 201);
        });
        app.MapGet("/2/tweets/search/recent", () => Results.Text("""{"meta":{"result_count":0}}""", "application/json"));
        app.MapGet("/2/tweets/search/stream", async (HttpContext context) =>
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await send.WaitAsync(context.RequestAborted);
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < pieces.Count; i++)
            {
                await WaitAsync(every * i - watch.Elapsed, context.RequestAborted);
                await context.Response.Body.WriteAsync(pieces[i], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            var left = new TaskCompletionSource();
            await using (context.RequestAborted.Register(left.SetResult))
            {
                await left.Task;
            }
        });
        await app.StartAsync();
        return new BareX(app);
    }

    private static async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
        {
            using var over = new CancellationTokenSource(wait);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
            var waited = new TaskCompletionSource();
            await using (either.Token.Register(waited.SetResult))
            {
                await waited.Task;
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
