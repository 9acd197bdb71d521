using System.Diagnostics;
using System.Text.Json;
using FeedbackBot.Posts;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Benchmarks;

/// <summary>Posts a second from the bytes of X's stream to durable cases, beside only parsing the same bytes.</summary>
internal static class PostsBenchmark
{
    private const int Posts = 10_000;
    private const int RoundCount = 5;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var bytes = Hospital.Stream(Hospital.Posts(1, Posts));
        var rows = new List<Row>();
        foreach (var kind in Postgres.WhyNot is null ? Enum.GetValues<DatabaseKind>() : [DatabaseKind.Sqlite])
        {
            rows.AddRange(await Rounds.RunAsync(
                RoundCount,
                async () => [Posts / await ReadAsync(kind, bytes)],
                () => Task.FromResult<double[]>([Posts / Parse(bytes)]),
                ($"posts from stream bytes to durable case, {kind}", "posts/s", "JSON parse of the same bytes")));
        }

        return rows;
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> ReadAsync(DatabaseKind kind, byte[] bytes)
    {
        await using var x = await BareX.StartAsync(bytes, Task.CompletedTask);
        await using var bot = await BotApp.OpenAsync(kind, x.Url);
        var (source, desk) = (bot.Get<IPostSource>(), bot.Get<PostDesk>());
        var taken = 0;
        var watch = Stopwatch.StartNew();

        // As PostReader does it.
        await foreach (var batch in source.Read(null, CancellationToken.None))
        {
            taken += await desk.TakeAsync(source.Name, batch, CancellationToken.None);
            if (taken == Posts)
            {
                break;
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <returns>Seconds.</returns>
    private static double Parse(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var rest = bytes.AsMemory();
        while (rest.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            using var json = JsonDocument.Parse(rest[..end]);
            rest = rest[(end + 1)..];
        }

        return watch.Elapsed.TotalSeconds;
    }
}
