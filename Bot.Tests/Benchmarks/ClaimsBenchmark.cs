using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.LocalTeams;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Benchmarks;

/// <summary>
/// Claims a second answered over HTTP, each of another case, while the outbox edits the shared cards behind them; beside a bare endpoint
/// that parses as much and answers as much.
/// </summary>
internal static class ClaimsBenchmark
{
    private const int Claims = 1_000;
    private const int RoundCount = 5;
    private const int Clients = 8;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        await using var connector = await BareConnector.StartAsync();
        await using var bot = await BotApp.OpenAsync(DatabaseKind.Sqlite);
        await connector.LinkAsync(bot.Get<ChannelDirectory>());
        const int Cases = (Claims * (RoundCount + 1)) + 1;
        var shown = connector.CardsReached(Cases);
        await bot.TakeAsync(Hospital.Posts(1, Cases));
        await bot.App.StartAsync();
        await shown;
        await SettleAsync(bot);
        var cards = new Queue<byte[]>((await CardsAsync(bot)).Select(c => Claim(c, connector.Url)));

        var url = new Uri(new Uri(bot.App.Urls.Single()), "api/messages");
        var first = cards.Dequeue();
        var answer = await Load.PostAsync(url, first);
        await using var bare = await BareAsync(answer);
        var rows = await Rounds.RunAsync(
            RoundCount,
            async () =>
            {
                var bodies = Enumerable.Range(0, Claims).Select(_ => cards.Dequeue()).ToList();
                var figures = await Load.RunAsync(url, bodies, Clients);
                await SettleAsync(bot);
                return figures;
            },
            () => Load.RunAsync(new Uri(new Uri(bare.Urls.Single()), "api/messages"), [.. Enumerable.Repeat(first, Claims)], Clients),
            ($"claims answered, {Clients} clients, Sqlite", "claims/s", "bare endpoint, same sizes"),
            ("one claim, p50", "ms", "bare endpoint, same sizes"),
            ("one claim, p99", "ms", "bare endpoint, same sizes"));

        await using var context = bot.Get<FeedbackDatabase>().Open();
        var claimed = await context.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.Claimed);
        return claimed == Cases
            ? rows
            : throw new InvalidOperationException($"Only {claimed} claims were stored: what was measured isn't claiming.");
    }

    private static async Task SettleAsync(BotApp bot)
    {
        while ((await bot.Get<Outbox>().HealthAsync(CancellationToken.None)).Waiting > 0)
        {
        }
    }

    private static async Task<List<CardRow>> CardsAsync(BotApp bot)
    {
        await using var context = bot.Get<FeedbackDatabase>().Open();
        return await context.Cards.OrderBy(c => c.CaseId).ToListAsync();
    }

    private static byte[] Claim(CardRow card, Uri serviceUrl) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = $"f:{card.CaseId}",
        ["serviceUrl"] = serviceUrl.ToString(),
        ["channelId"] = "msteams",
        ["replyToId"] = card.ActivityId,
        ["from"] = new JsonObject { ["id"] = LocalPeople.Fixer.ChannelId, ["name"] = LocalPeople.Fixer.Name, ["aadObjectId"] = LocalPeople.Fixer.Id },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "FeedbackBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = $"{card.ChannelId};messageid={card.ActivityId}",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = "bench",
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "bench" }, ["channel"] = new JsonObject { ["id"] = card.ChannelId } },
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "claim",
                ["data"] = new JsonObject { ["verb"] = "claim", ["case"] = card.CaseId, ["ward"] = card.WardId, ["version"] = 1 },
            },
            ["trigger"] = "manual",
        },
    });

    private static async Task<WebApplication> BareAsync(byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/api/messages", async (HttpContext http) =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return Results.Bytes(answer, "application/json");
        });
        await app.StartAsync();
        return app;
    }
}
