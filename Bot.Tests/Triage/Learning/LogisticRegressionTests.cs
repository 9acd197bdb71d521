using FeedbackBot.Learning;

namespace FeedbackBot.Tests.Triage.Learning;

/// <summary>Against answers that can be worked out by hand.</summary>
public sealed class LogisticRegressionTests
{
    private const float Bit = 0.01f;

    private static readonly (int[], float[]) Nothing = ([], []);
    private static readonly (int[], float[]) Marked = ([0], [1]);

    [Fact]
    public void Without_columns_the_bias_is_the_logarithm_of_the_odds()
    {
        var weights = new LogisticRegression([.. Enumerable.Repeat(Nothing, 10)], [.. Enumerable.Range(0, 10).Select(i => new[] { i < 3 ? 1f : 0 })], Even(10), exclusive: false, [], 100).Fit();

        Assert.Equal(MathF.Log(3f / 7), Assert.Single(weights), Bit);
    }

    [Fact]
    public void Of_several_choices_each_has_its_share()
    {
        float[][] targets = [.. Enumerable.Range(0, 10).Select(i => new[] { i < 1 ? 1f : 0, i is >= 1 and < 3 ? 1 : 0, i >= 3 ? 1 : 0 })];

        var weights = new LogisticRegression([.. Enumerable.Repeat(Nothing, 10)], targets, Even(10), exclusive: true, [], 100).Fit();

        Assert.Equal(MathF.Log(2), weights[1] - weights[0], Bit);
        Assert.Equal(MathF.Log(7), weights[2] - weights[0], Bit);
    }

    [Fact]
    public void A_column_weighs_what_it_adds_to_the_odds_and_the_less_the_dearer_it_is()
    {
        // With the column three of four, without it one of four.
        (int[], float[])[] rows = [.. Enumerable.Repeat(Marked, 4), .. Enumerable.Repeat(Nothing, 4)];
        float[][] targets = [[1], [1], [1], [0], [1], [0], [0], [0]];
        float Weight(float penalty) => new LogisticRegression(rows, targets, Even(8), exclusive: false, [penalty], 100).Fit()[0];

        Assert.Equal(2 * MathF.Log(3), Weight(0), Bit);
        Assert.InRange(Weight(1), 0.1f, Weight(0.1f) - 0.1f);
        Assert.Equal(0, Weight(1e4f), Bit);
    }

    [Fact]
    public void What_counts_nothing_is_left_out()
    {
        var weights = new LogisticRegression([Nothing, Nothing, Nothing, Nothing], [[1], [0], [0], [1]], [1, 1, 1, 0], exclusive: false, [], 100).Fit();

        Assert.Equal(MathF.Log(1f / 2), Assert.Single(weights), Bit);
    }

    private static float[] Even(int rows) => [.. Enumerable.Repeat(1f, rows)];
}
