using FeedbackBot.Store;
using FeedbackBot.Teams.Tokens;
using FeedbackBot.Wards;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackBot;

/// <summary>What an operator and a load balancer ask: is it alive, and does it deliver.</summary>
public static class Health
{
    /// <summary>A row that has waited longer than this says that delivery is stuck, not slow.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", async (
            Outbox outbox,
            Organisation organisation,
            SettingsWatch settings,
            ChannelDirectory channels,
            [FromServices] BotToken? token,
            TimeProvider clock,
            CancellationToken cancellationToken) =>
        {
            var health = await outbox.HealthAsync(cancellationToken);
            var linked = await channels.LinkedAsync(cancellationToken);
            var remarks = organisation.Wards.Where(w => !linked.ContainsKey(w.Id))
                .Select(w => $"Ward '{w.Id}' has no channel. Say \"@FeedbackBot link {w.Id}\" in the channel it should use.")
                .Concat(health.Paused.Select(p => $"Ward '{p.Key}' is paused: {p.Value}."))
                .Concat(settings.Faults.Select(f => $"The changed settings aren't used, the old ones stay: {f}"))
                .Concat(token?.Trouble is { } trouble ? [$"{trouble}."] : [])
                .ToList();
            var stuck = health.OldestSince is { } since && clock.GetUtcNow() - since > TooLong;
            return Results.Json(new
            {
                status = stuck || health.GivenUp > 0 || remarks.Count > 0 ? "degraded" : "ready",
                waiting = health.Waiting,
                oldestWaitingSince = health.OldestSince,
                waitingForAChannel = health.WithoutChannel,
                givenUp = health.GivenUp,
                remarks,
            });
        });
    }
}
