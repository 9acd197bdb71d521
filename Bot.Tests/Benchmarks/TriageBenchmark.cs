using System.Diagnostics;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Personal;

namespace FeedbackBot.Benchmarks;

/// <summary>Microseconds a post for the readers of what must not be shown and what must not wait, beside only cutting the same texts into words.</summary>
internal static class TriageBenchmark
{
    private const int Posts = 20_000;
    private const int RoundCount = 5;

    /// <summary>Dull ones, as most posts are, and some that the readers have to look at closely.</summary>
    private static readonly string[] Texts =
    [
        "Toilets by X-ray are filthy again, no soap, no paper, floor soaked. Second time this week #ward7",
        "Four hours 35 minutes in A&E on a plastic chair, 29 degrees, parking £12.50. Staff lovely as always",
        "Huge thank you to nurse Amy on ward 7, held my hand all through the biopsy 💙 #ward7 #ThankYou",
        "Food arrived cold at 13:10, vegetarian option was a banana. 2/10 would not dine again",
        "Rang 0300 123 4567 and then the switchboard on 020 7946 0000 for an hour about my appointment on 3/4/2026",
        "Dad lay in a soiled bed since last night, call bell out of reach, and nobody came for hours",
        "My NHS number is 999 945 8076, DOB 3/4/1956, ring me on 07700 900123 or jo.bloggs at example dot org",
        "Dying for a cuppa, the machine is dead again and the lift is killing my feet",
    ];

    public static async Task<IReadOnlyList<Row>> RunAsync() =>
    [
        .. await RunAsync("what must not be shown, for each post", text => PersonalReader.Read(text).Count),
        .. await RunAsync("what must not wait, for each post", text => SafeguardingReader.Read(text)?.Words.Count ?? 0),
    ];

    private static Task<IReadOnlyList<Row>> RunAsync(string what, Func<string, int> read) => Rounds.RunAsync(
        RoundCount,
        () => Task.FromResult<double[]>([Measure(read)]),
        () => Task.FromResult<double[]>([Measure(text => new WordReader(text).Words.Count)]),
        (what, "µs", "the same texts cut into words for the ward"));

    /// <returns>Microseconds a post.</returns>
    private static double Measure(Func<string, int> read)
    {
        var found = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Posts; i++)
        {
            found += read(Texts[i % Texts.Length]);
        }

        return found > 0 ? watch.Elapsed.TotalMicroseconds / Posts : throw new InvalidOperationException("Nothing was found in texts that have something in them.");
    }
}
