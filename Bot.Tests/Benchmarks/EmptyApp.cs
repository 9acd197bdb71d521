using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Benchmarks;

/// <summary>An empty minimal-API app: what any program on this framework costs before it does anything.</summary>
internal static class EmptyApp
{
    public const string Argument = "--empty-app";

    public static Task RunAsync()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/health/ready", () => Results.Text("ready"));
        app.MapPost("/", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return Results.Text("taken");
        });
        return app.RunAsync();
    }
}
