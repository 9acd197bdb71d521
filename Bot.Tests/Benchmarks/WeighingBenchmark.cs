using System.Diagnostics;
using System.Globalization;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Benchmarks;

/// <summary>Milliseconds to weigh a complaint that hundreds of its ward are like, beside the same where each is alone in its ward.</summary>
internal static class WeighingBenchmark
{
    private const int Alike = 250;
    private const int RoundCount = 5;

    private static readonly int Weighed = Hospital.WardIds.Count - 1;

    public static Task<IReadOnlyList<Row>> RunAsync() => Rounds.RunAsync(
        RoundCount,
        async () => [await WeighAsync(Alike, _ => 1)],
        async () => [await WeighAsync(0, n => n)],
        ($"to weigh a complaint that is like {Alike} others of its ward", "ms", "the same, each alone in its ward"));

    /// <param name="before">How many were weighed before.</param>
    /// <param name="wardOf">The ward of each that is weighed now, by its number.</param>
    private static async Task<double> WeighAsync(int before, Func<int, int> wardOf)
    {
        await using var bot = await BotApp.OpenAsync(DatabaseKind.Sqlite, findsPatterns: true);
        var round = bot.Get<WeighingRound>();
        await bot.TakeAsync(Enumerable.Range(1_001, before).Select(n => Complaint(n, 1)));
        await round.TakeAsync(CancellationToken.None);
        await bot.TakeAsync(Enumerable.Range(1, Weighed).Select(n => Complaint(n, wardOf(n))));
        var watch = Stopwatch.StartNew();
        await round.TakeAsync(CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds / Weighed;
    }

    private static FakePost Complaint(int number, int ward) =>
        new((1_990_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture), $"Report {number}: the loo smells #Oswin #ward{ward}")
        {
            At = TimeProvider.System.GetUtcNow(),
            Handle = $"patient{number % 97}",
        };
}
