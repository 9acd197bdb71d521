namespace FeedbackBot.Learning;

/// <summary>
/// What each weight costs when it is learnt: less for a feature that stands in rows with an output far more often than in rows without, so that what is plain by counting
/// alone needn't be learnt against a penalty (after Wang and Manning 2012, "Baselines and Bigrams").
/// </summary>
internal static class Penalties
{
    /// <summary>How much counting decides; the rest is the same for all.</summary>
    private const float CountingShare = 0.3f;

    /// <summary>Fewer rows with an output tell nothing by counting.</summary>
    private const float FewestRows = 20;

    /// <param name="columns">How many columns there are.</param>
    /// <param name="block">Each so many columns are counted for themselves; those after the last whole block are penalised evenly.</param>
    /// <param name="penalty">On a feature about which counting says as much as about most.</param>
    /// <returns>For each column one per output.</returns>
    public static float[] Of(IReadOnlyList<(int[] Columns, float[] Values)> rows, int columns, int block, float[][] targets, float[] importance, double penalty)
    {
        var outputs = targets[0].Length;
        var (with, without) = (new float[columns * outputs], new float[columns * outputs]);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var column in importance[row] > 0 ? rows[row].Columns : [])
            {
                for (var output = 0; output < outputs; output++)
                {
                    (targets[row][output] > 0 ? with : without)[(column * outputs) + output]++;
                }
            }
        }

        var penalties = new float[columns * outputs];
        Array.Fill(penalties, (float)penalty);
        for (var first = 0; first + block <= columns; first += block)
        {
            for (var output = 0; output < outputs; output++)
            {
                Set(penalties, Enumerable.Range(first, block).Select(column => (column * outputs) + output).ToArray(), with, without);
            }
        }

        return penalties;
    }

    private static void Set(float[] penalties, int[] places, float[] with, float[] without)
    {
        float all = places.Length, allWith = all, allWithout = all, most = 0;
        foreach (var at in places)
        {
            (allWith, allWithout, most) = (allWith + with[at], allWithout + without[at], MathF.Max(most, with[at]));
        }

        if (most < FewestRows)
        {
            return;
        }

        // One is added to each count, so that what never stood in a row with the output isn't infinitely telling.
        float Telling(int at) => MathF.Abs(MathF.Log((with[at] + 1) / allWith / ((without[at] + 1) / allWithout)));
        var mean = places.Average(Telling);
        foreach (var at in places)
        {
            var ease = (Telling(at) / mean * CountingShare) + 1 - CountingShare;
            penalties[at] /= ease * ease;
        }
    }
}
