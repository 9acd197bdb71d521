using System.Text.Json.Nodes;
using FeedbackBot.Deliver;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Deliver.Storm;

/// <summary>A connector on a real socket that keeps Teams' windows on a test's clock: what breaks one is counted and answered with 429.</summary>
internal sealed class StrictTeams : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly FakeClock _clock;
    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _all = [];

    private StrictTeams(WebApplication app, FakeClock clock) => (_app, _clock) = (app, clock);

    public string ServiceUrl { get; private set; } = "";

    /// <summary>What was posted, by channel, in the order in which it came.</summary>
    public Dictionary<string, List<StrictMessage>> Posted { get; } = [];

    /// <summary>A card with this case on it is answered with 400.</summary>
    public string? Refused { get; set; }

    /// <summary>Requests that broke a window, and which.</summary>
    public List<string> Breaches { get; } = [];

    /// <summary>Which message was edited, and the cases that could still be claimed on it then.</summary>
    public List<(string Message, IReadOnlyList<string> Cases)> Edited { get; } = [];

    public IReadOnlyList<DateTimeOffset> Requests => _all;

    public static async Task<StrictTeams> StartAsync(FakeClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<JsonOptions>(o => o.SerializerOptions.MaxDepth = 64);
        var teams = new StrictTeams(builder.Build(), clock);
        teams._app.Urls.Add("http://127.0.0.1:0");
        teams._app.MapPost("/v3/conversations", teams.Create);
        teams._app.MapPut("/v3/conversations/{thread}/activities/{id}", (string id, JsonObject activity) =>
        {
            teams.Edited.Add((id, CasesOn(activity)));
            return new { id };
        });
        teams._app.MapGet("/v3/conversations/{id}/pagedmembers", () => new { members = Array.Empty<object>() });
        await teams._app.StartAsync();
        teams.ServiceUrl = teams._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return teams;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Create(JsonObject body, HttpResponse response)
    {
        lock (_lock)
        {
            var (channel, now) = ((string)body["channelData"]!["channel"]!["id"]!, _clock.GetUtcNow());
            var posted = Posted.TryGetValue(channel, out var known) ? known : Posted[channel] = [];
            if (Broken([.. posted.Select(m => m.At)], SendWindows.Conversation, now) is { } window)
            {
                return Refuse($"{channel}: {window}", response);
            }

            if (Broken(_all, SendWindows.Tenant, now) is { } tenants)
            {
                return Refuse($"tenant: {tenants}", response);
            }

            _all.Add(now);
            if (Refused is not null && CasesOn(body["activity"]!).Contains(Refused))
            {
                return Results.Json(new { error = new { code = "BadSyntax" } }, statusCode: 400);
            }

            posted.Add(new StrictMessage(now, CasesOn(body["activity"]!)));
            return Results.Json(new { id = $"{channel};messageid={posted.Count}", activityId = $"{posted.Count}" }, statusCode: 201);
        }
    }

    private IResult Refuse(string what, HttpResponse response)
    {
        Breaches.Add(what);
        response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds}";
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The window that one more request at this time would break: a sliding one, counted back from now.</summary>
    private static Window? Broken(List<DateTimeOffset> times, IReadOnlyList<Window> windows, DateTimeOffset now) =>
        windows.FirstOrDefault(w => times.Count >= w.Most && now - times[^w.Most] < w.Length);

    /// <summary>The cases that the card's claim buttons name, in order.</summary>
    private static List<string> CasesOn(JsonNode activity) =>
    [
        .. Cards.Json.OfType((JsonObject)activity["attachments"]![0]!["content"]!, "Action.Execute")
            .Where(a => (string?)a["verb"] == "claim").Select(a => (string)a["data"]!["case"]!).Distinct(),
    ];
}
