using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FeedbackBot.Posts;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Benchmarks;

/// <summary>
/// A burst of 2,500 posts a second for ten seconds: how long after its beginning the last post is a durable case, and the most memory that
/// took; beside a reader that only parses the same stream.
/// </summary>
internal static class BurstBenchmark
{
    private const int PerSecond = 2_500;
    private const int Seconds = 10;
    private const int RoundCount = 2;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var pieces = Hospital.Posts(1, PerSecond * Seconds).Chunk(PerSecond / 10).Select(Hospital.Stream).ToList();
        return await Rounds.RunAsync(
            RoundCount,
            () => MeasureAsync(pieces, SaveAsync),
            () => MeasureAsync(pieces, ParseAsync),
            ($"burst of {PerSecond}/s for {Seconds} s, from its beginning to the last durable case, Sqlite", "s", "JSON parse of the same stream"),
            ("the same burst, most memory in use beyond the beginning", "MB", "JSON parse of the same stream"));
    }

    private static async Task<double[]> MeasureAsync(List<byte[]> pieces, Func<Uri, TaskCompletionSource, Action, Task> read)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var x = await BareX.StartAsync(pieces, TimeSpan.FromMilliseconds(100), go.Task);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var watch = new Stopwatch();
        var reading = read(x.Url, go, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)));
        await go.Task;
        watch.Start();
        await reading;
        return [watch.Elapsed.TotalSeconds, (most - before) / 1024.0 / 1024.0];
    }

    private static async Task SaveAsync(Uri x, TaskCompletionSource go, Action look)
    {
        await using var bot = await BotApp.OpenAsync(DatabaseKind.Sqlite, x);
        var (source, desk) = (bot.Get<IPostSource>(), bot.Get<PostDesk>());
        var taken = 0;
        go.SetResult();

        // As PostReader does it.
        await foreach (var batch in source.Read(null, CancellationToken.None))
        {
            taken += await desk.TakeAsync(source.Name, batch, CancellationToken.None);
            look();
            if (taken == PerSecond * Seconds)
            {
                return;
            }
        }
    }

    private static async Task ParseAsync(Uri x, TaskCompletionSource go, Action look)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        go.SetResult();
        using var lines = new StreamReader(await http.GetStreamAsync(new Uri(x, "2/tweets/search/stream")), Encoding.UTF8);
        for (var taken = 0; taken < PerSecond * Seconds && await lines.ReadLineAsync() is { } line; taken++)
        {
            using var json = JsonDocument.Parse(line);
            if (taken % 500 == 0)
            {
                look();
            }
        }
    }
}
