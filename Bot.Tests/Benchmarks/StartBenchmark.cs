using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Benchmarks;

/// <summary>Start-up time and memory of the bot as a process, beside an empty app's.</summary>
internal static class StartBenchmark
{
    private const int RoundCount = 5;
    private const int Posts = 10_000;
    private const string Empty = "empty minimal-API app";

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var starts = await Rounds.RunAsync(
            RoundCount,
            BotAsync,
            EmptyAsync,
            ("first start, with a new store", "ms", Empty),
            ("start", "ms", Empty),
            ("memory after the start", "MB", Empty));
        var after = new Row($"memory after {Posts:N0} posts and cards", "MB", $"{Empty}, {Posts:N0} requests", [await BotAfterPostsAsync()], [await EmptyAfterPostsAsync()]);
        return [.. starts, after];
    }

    private static async Task<double[]> BotAsync()
    {
        var folder = Directory.CreateTempSubdirectory("feedbackbot-start-");
        double first;
        await using (var bot = await Child.StartAsync(folder.FullName, Settings(), "FeedbackBot.dll"))
        {
            first = bot.StartedAfter.TotalMilliseconds;
            await LinkedAsync(bot);
        }

        double[] figures;
        await using (var bot = await Child.StartAsync(folder.FullName, Settings(), "FeedbackBot.dll"))
        {
            figures = [first, bot.StartedAfter.TotalMilliseconds, bot.MegabytesNow];
        }

        folder.Delete(recursive: true);
        return figures;
    }

    private static async Task<double[]> EmptyAsync()
    {
        await using var first = await StartEmptyAsync();
        await using var second = await StartEmptyAsync();
        return [first.StartedAfter.TotalMilliseconds, second.StartedAfter.TotalMilliseconds, second.MegabytesNow];
    }

    private static async Task<double> BotAfterPostsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("feedbackbot-start-");
        var linked = new TaskCompletionSource();
        await using var connector = await BareConnector.StartAsync();
        await using var x = await BareX.StartAsync(Hospital.Stream(Hospital.Posts(1, Posts)), linked.Task);
        double megabytes;
        await using (var bot = await Child.StartAsync(
            folder.FullName,
            [.. Settings(), new("X:BearerToken", "bench-token"), new("X:BaseUrl", x.Url.ToString())],
            "FeedbackBot.dll"))
        {
            await LinkedAsync(bot);
            foreach (var wardId in Hospital.WardIds)
            {
                await Load.PostAsync(new Uri(bot.Url, "api/messages"), Link(wardId, connector.Url));
            }

            var all = connector.CardsReached(Posts);
            linked.SetResult();
            await all;
            megabytes = bot.MegabytesNow;
        }

        folder.Delete(recursive: true);
        return megabytes;
    }

    private static async Task<double> EmptyAfterPostsAsync()
    {
        await using var empty = await StartEmptyAsync();
        await Load.RunAsync(empty.Url, [.. Enumerable.Repeat(Hospital.Stream(Hospital.Posts(1, 1)), Posts)], 8);
        return empty.MegabytesNow;
    }

    private static Task<Child> StartEmptyAsync() => Child.StartAsync(Path.GetTempPath(), [], "FeedbackBot.Benchmarks.dll", EmptyApp.Argument);

    private static IEnumerable<KeyValuePair<string, string?>> Settings() => [.. Hospital.Settings(), new("Samples:Enabled", "false")];

    /// <summary>The bot's own local Teams links every ward first, so that it can't take one back from the connector outside.</summary>
    private static Task LinkedAsync(Child bot) => bot.ReadyAsync(health => !health.Contains("has no channel", StringComparison.Ordinal));

    private static byte[] Link(string wardId, Uri serviceUrl) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        id = $"link-{wardId}",
        text = $"<at>FeedbackBot</at> link {wardId}",
        serviceUrl,
        from = new { id = LocalPeople.Admin.ChannelId, name = LocalPeople.Admin.Name, aadObjectId = LocalPeople.Admin.Id },
        conversation = new { id = BareConnector.ChannelOf(wardId), conversationType = "channel" },
        channelData = new { team = new { id = "19:bench-team@thread.tacv2" }, channel = new { id = BareConnector.ChannelOf(wardId) } },
    });
}
