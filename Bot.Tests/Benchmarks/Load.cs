using System.Diagnostics;

namespace FeedbackBot.Benchmarks;

/// <summary>Several clients that each post the next body as soon as their last one is answered.</summary>
internal static class Load
{
    // One for all runs: warm connections for the bot and for its baseline.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <returns>Answers a second; the median and the 99th percentile of the answers' times in milliseconds.</returns>
    public static async Task<double[]> RunAsync(Uri url, IReadOnlyList<byte[]> bodies, int clients)
    {
        var times = new double[bodies.Count];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < bodies.Count)
            {
                var began = Stopwatch.GetTimestamp();
                await PostAsync(url, bodies[i]);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var perSecond = bodies.Count / watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        return [perSecond, times[times.Length / 2], times[times.Length * 99 / 100]];
    }

    public static async Task<byte[]> PostAsync(Uri url, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await Http.PostAsync(url, content);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }
}
