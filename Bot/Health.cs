using System.Net;
using System.Security.Cryptography;
using System.Text;
using FeedbackBot.Cards;
using FeedbackBot.Deliver;

namespace FeedbackBot;

/// <summary>
/// What an operator and a load balancer ask: is it alive, and does it do its work. A stranger learns one word. Who asks from this machine, or
/// with the key, learns what is stuck and why.
/// </summary>
public static class Health
{
    public const string KeySetting = "Health:Key";

    /// <summary>A shorter key could be guessed.</summary>
    private const int ShortestKey = 16;

    /// <returns>One sentence per fault; empty when the settings are whole.</returns>
    public static IReadOnlyList<string> Faults(IConfiguration settings) => settings[KeySetting] is { Length: > 0 and < ShortestKey }
        ? [$"{KeySetting} is shorter than {ShortestKey} characters. Use a long random one, or leave it out: then only this machine sees details."]
        : [];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", async (HttpContext http, StatusFace status, IConfiguration settings, CancellationToken cancellationToken) =>
        {
            var now = await status.ReadAsync(cancellationToken);
            return Results.Json(MaySeeDetails(http, settings[KeySetting]) ? Details(now) : new { status = Word(now) });
        });
    }

    // 200 either way: an instance that reads and delivers badly still answers clicks, and no other would do better.
    private static string Word(BotStatus status) => status.IsDegraded ? "degraded" : "ready";

    private static object Details(BotStatus status) => new
    {
        status = Word(status),
        waiting = status.Delivery.Waiting,
        oldestWaitingSince = status.Delivery.OldestSince,
        waitingForAChannel = status.Delivery.WithoutChannel,
        postponed = status.Delivery.Postponed,
        givenUp = status.Delivery.GivenUp,
        remarks = status.Remarks,
        x = !status.X.IsOn ? null : new
        {
            asOf = status.X.AsOf,
            connectedSince = status.X.Status?.ConnectedSince,
            lastPost = status.X.Status?.LastPostAt,
            lastSignOfLife = status.X.Status?.LastSignOfLifeAt,
            gapsFilled = status.X.Status?.GapsFilled,
            rules = status.X.Status?.Rules,
            ruleCap = status.X.Status?.RuleCap,
            waits = status.X.Status?.Waits,
            today = status.X.Today,
            round = status.X.Round,
            left = status.X.Left,
        },
    };

    private static bool MaySeeDetails(HttpContext http, string? key)
    {
        // Behind a proxy on the same machine everybody comes from loopback; the proxy says for whom it asks.
        var isForwarded = http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded");
        if (!isForwarded && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from))
        {
            return true;
        }

        var given = http.Request.Headers.Authorization.ToString();
        return key is { Length: >= ShortestKey }
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes($"Bearer {key}"));
    }
}
