namespace FeedbackBot.Benchmarks;

/// <summary>One figure of the bot beside the same figure of a baseline, round by round.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Baseline">What the baseline does.</param>
/// <param name="Measured">One value per round.</param>
/// <param name="Base">The baseline's value of the same round.</param>
internal sealed record Row(string What, string Unit, string Baseline, IReadOnlyList<double> Measured, IReadOnlyList<double> Base)
{
    /// <summary>The median of the rounds' ratios: what slows the machine for a round slows both.</summary>
    public double Ratio => Median([.. Measured.Zip(Base, (measured, b) => measured / b)]);

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
