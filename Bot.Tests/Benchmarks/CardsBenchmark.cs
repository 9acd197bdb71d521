using System.Diagnostics;
using FeedbackBot.Store;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Benchmarks;

/// <summary>Cards a second through the outbox to a connector on this machine, beside a loop that posts as much to the same connector.</summary>
internal static class CardsBenchmark
{
    private const int Cards = 2_000;
    private const int RoundCount = 3;

    /// <summary>As many as the outbox worker has under way at once.</summary>
    private const int AtOnce = 32;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        await using var connector = await BareConnector.StartAsync();
        var bytes = 0;
        var rows = new List<Row>();
        foreach (var kind in Postgres.WhyNot is null ? Enum.GetValues<DatabaseKind>() : [DatabaseKind.Sqlite])
        {
            rows.AddRange(await Rounds.RunAsync(
                RoundCount,
                async () =>
                {
                    var seconds = await SendAsync(kind, connector);
                    bytes = connector.CardBytes;
                    return [Cards / seconds];
                },
                async () => [(await Load.RunAsync(new Uri(connector.Url, "v3/conversations"), Bodies(bytes), AtOnce))[0]],
                ($"cards through the outbox to {Hospital.WardIds.Count} channels, {kind}", "cards/s", "HttpClient loop, same connector and size")));
        }

        return rows;
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> SendAsync(DatabaseKind kind, BareConnector connector)
    {
        await using var bot = await BotApp.OpenAsync(kind);
        var channels = bot.Get<ChannelDirectory>();
        await connector.LinkAsync(channels);
        await BareConnector.PauseAsync(channels);
        await bot.TakeAsync(Hospital.Posts(1, Cards));
        await bot.App.StartAsync();
        connector.Forget();
        var all = connector.CardsReached(Cards);
        var watch = Stopwatch.StartNew();
        await connector.ResumeAsync(channels);
        await all;
        return watch.Elapsed.TotalSeconds;
    }

    private static List<byte[]> Bodies(int bytes)
    {
        var body = new byte[bytes == 0 ? 8_000 : bytes];
        Array.Fill(body, (byte)' ');
        (body[0], body[^1]) = ((byte)'{', (byte)'}');
        return [.. Enumerable.Repeat(body, Cards)];
    }
}
