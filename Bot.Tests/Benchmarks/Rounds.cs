namespace FeedbackBot.Benchmarks;

/// <summary>Runs the bot and its baseline in turns, so that a noisy moment of the machine meets both.</summary>
internal static class Rounds
{
    /// <param name="rounds">Rounds that count; one more warms both up.</param>
    /// <param name="bot">Measures once: one value for each row.</param>
    /// <param name="baseline">Measures once: as many values.</param>
    /// <param name="rows">What the values are: name, unit and the baseline's name.</param>
    public static async Task<IReadOnlyList<Row>> RunAsync(
        int rounds,
        Func<Task<double[]>> bot,
        Func<Task<double[]>> baseline,
        params (string What, string Unit, string Baseline)[] rows)
    {
        var (measured, based) = (new List<double[]>(), new List<double[]>());
        for (var round = 0; round <= rounds; round++)
        {
            // Who goes second finds caches and clock speeds as the first left them.
            if (round % 2 == 0)
            {
                measured.Add(await bot());
                based.Add(await baseline());
            }
            else
            {
                based.Add(await baseline());
                measured.Add(await bot());
            }
        }

        return [.. rows.Select((row, i) => new Row(
            row.What,
            row.Unit,
            row.Baseline,
            [.. measured.Skip(1).Select(values => values[i])],
            [.. based.Skip(1).Select(values => values[i])]))];
    }
}
