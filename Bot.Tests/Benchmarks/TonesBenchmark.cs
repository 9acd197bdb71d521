using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Benchmarks;

/// <summary>What a verdict about tone, severity and topics costs, beside reading the same posts' JSON.</summary>
internal static class TonesBenchmark
{
    private const int RoundCount = 7;
    private const int Posts = 5_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var posts = Hospital.Posts(1, Posts);
        var texts = posts.Select(p => p.Text).ToList();
        var lines = posts.Select(p => Encoding.UTF8.GetBytes(p.Line())).ToList();
        return await Rounds.RunAsync(
            RoundCount,
            () => Task.FromResult(PerPost(texts, text => ToneReader.Learnt.Read(text).Severity)),
            () => Task.FromResult(PerPost(lines, Parsed)),
            ("tone, severity and topics of a post", "µs", "JSON parse of the same post"));
    }

    private static int Parsed(byte[] line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("data").GetProperty("text").GetString()!.Length;
    }

    private static double[] PerPost<T>(List<T> all, Func<T, int> read)
    {
        var sum = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var one in all)
        {
            sum += read(one);
        }

        var took = watch.Elapsed;
        GC.KeepAlive(sum);
        return [took.TotalMicroseconds / all.Count];
    }
}
