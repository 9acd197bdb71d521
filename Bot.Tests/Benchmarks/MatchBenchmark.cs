using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FeedbackBot.Posts.X;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Benchmarks;

/// <summary>Posts parsed and matched a second against ten thousand wards' hashtags, beside only parsing the same bytes.</summary>
internal static class MatchBenchmark
{
    private const int Wards = 10_000;
    private const int Posts = 50_000;
    private const int RoundCount = 5;

    public static Task<IReadOnlyList<Row>> RunAsync()
    {
        var matcher = new WardMatcher(Hospital());
        var lines = Enumerable.Range(1, Posts).Select(Line).ToList();
        return Rounds.RunAsync(
            RoundCount,
            () => Task.FromResult<double[]>([Posts / Match(matcher, lines)]),
            () => Task.FromResult<double[]>([Posts / Parse(lines)]),
            ($"posts parsed and matched against {Wards} wards' hashtags", "posts/s", "JSON parse of the same bytes"));
    }

    private static Organisation Hospital()
    {
        var options = new OrganisationOptions { Name = "St Oswin's", Hashtags = { "#Oswin" } };
        options.Wards.Add(new() { Id = "desk", FrontDesk = true });
        for (var n = 1; n < Wards; n++)
        {
            var ward = new WardOptions { Id = $"w{n}" };
            ward.Hashtags.Add($"#OswinWard{n}");
            options.Wards.Add(ward);
        }

        return new(options);
    }

    private static byte[] Line(int n) => System.Text.Encoding.UTF8.GetBytes(new FakePost(
        (1_990_000_000_000_000_000 + n).ToString(CultureInfo.InvariantCulture),
        $"Post {n}: the tea was lukewarm, but Sister Amara was fabulous and the floor shone. Thank you! #OswinWard{n % (Wards - 1) + 1}").Line());

    /// <returns>Seconds.</returns>
    private static double Match(WardMatcher matcher, List<byte[]> lines)
    {
        var matched = 0;
        var watch = Stopwatch.StartNew();
        foreach (var line in lines)
        {
            var verdict = matcher.Match(((XLine.Delivered)XPostParser.Parse(line, DateTimeOffset.UnixEpoch)).Post);
            matched += verdict.Ward.Id == "desk" ? 0 : 1;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return matched == Posts ? seconds : throw new InvalidOperationException($"Only {matched} posts found their ward.");
    }

    /// <returns>Seconds.</returns>
    private static double Parse(List<byte[]> lines)
    {
        var watch = Stopwatch.StartNew();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
        }

        return watch.Elapsed.TotalSeconds;
    }
}
