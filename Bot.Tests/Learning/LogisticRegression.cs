namespace FeedbackBot.Learning;

/// <summary>
/// Logistic regression with a squared penalty, fitted by L-BFGS (Nocedal 1980) on all rows at once: without dice, so the same rows give the same weights.
/// </summary>
/// <param name="importance">How much each row counts; 0 leaves it out.</param>
/// <param name="exclusive">The outputs are one choice among several (softmax) instead of a yes or no each.</param>
/// <param name="penalties">On every weight's square, halved; not on the bias.</param>
internal sealed class LogisticRegression(IReadOnlyList<(int[] Columns, float[] Values)> rows, float[][] targets, float[] importance, bool exclusive, float[] penalties, int iterations)
{
    private const int Memory = 6;
    private const int MostHalvings = 20;
    private const double Enough = 1e-6;

    private readonly int _outputs = targets[0].Length;

    /// <returns>The outputs' weights column by column, and after the last column their biases.</returns>
    public float[] Fit()
    {
        var weights = new float[penalties.Length + _outputs];
        var slope = new float[weights.Length];
        var loss = Loss(weights, slope);
        var steps = new List<(float[] Weights, float[] Slope, double Rho)>();
        for (var i = 0; i < iterations; i++)
        {
            var direction = Direction(slope, steps);
            var descent = -Numbers.Dot(slope, direction);
            var length = steps.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Numbers.Dot(slope, slope))) : 1.0;
            var (next, nextSlope) = (new float[weights.Length], new float[weights.Length]);
            double nextLoss;
            var halvings = 0;
            do
            {
                Numbers.Move(weights, direction, -length, next);
                nextLoss = Loss(next, nextSlope);
                length /= 2;
            }
            while (nextLoss > loss + (1e-4 * 2 * length * descent) && ++halvings < MostHalvings);

            Remember(steps, Numbers.Difference(next, weights), Numbers.Difference(nextSlope, slope));
            var done = Math.Abs(loss - nextLoss) < Enough * Math.Abs(loss);
            (weights, slope, loss) = (next, nextSlope, nextLoss);
            if (done)
            {
                break;
            }
        }

        return weights;
    }

    private static void Remember(List<(float[] Weights, float[] Slope, double Rho)> steps, float[] moved, float[] bent)
    {
        var curvature = Numbers.Dot(moved, bent);
        if (curvature <= 1e-10)
        {
            return;
        }

        steps.Add((moved, bent, 1 / curvature));
        if (steps.Count > Memory)
        {
            steps.RemoveAt(0);
        }
    }

    private static float[] Direction(float[] slope, List<(float[] Weights, float[] Slope, double Rho)> steps)
    {
        var direction = (float[])slope.Clone();
        var alphas = new double[steps.Count];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            alphas[i] = steps[i].Rho * Numbers.Dot(steps[i].Weights, direction);
            Numbers.Move(direction, steps[i].Slope, -alphas[i], direction);
        }

        if (steps.Count > 0)
        {
            Numbers.Scale(direction, 1 / (steps[^1].Rho * Numbers.Dot(steps[^1].Slope, steps[^1].Slope)));
        }

        for (var i = 0; i < steps.Count; i++)
        {
            Numbers.Move(direction, steps[i].Weights, alphas[i] - (steps[i].Rho * Numbers.Dot(steps[i].Slope, direction)), direction);
        }

        return direction;
    }

    /// <summary>The loss, and its slope in every weight.</summary>
    private double Loss(float[] weights, float[] slope)
    {
        Array.Clear(slope);
        var biasAt = weights.Length - _outputs;
        var loss = 0.0;
        Span<float> z = stackalloc float[_outputs];
        for (var row = 0; row < targets.Length; row++)
        {
            if (importance[row] == 0)
            {
                continue;
            }

            var (columns, values) = rows[row];
            weights.AsSpan(biasAt, _outputs).CopyTo(z);
            for (var i = 0; i < columns.Length; i++)
            {
                Numbers.Add(z, weights.AsSpan(columns[i] * _outputs, _outputs), values[i]);
            }

            loss += importance[row] * (exclusive ? Numbers.SoftmaxLoss(z, targets[row]) : Numbers.SigmoidLoss(z, targets[row]));
            for (var i = 0; i < columns.Length; i++)
            {
                Numbers.Add(slope.AsSpan(columns[i] * _outputs, _outputs), z, values[i] * importance[row]);
            }

            Numbers.Add(slope.AsSpan(biasAt, _outputs), z, importance[row]);
        }

        for (var i = 0; i < biasAt; i++)
        {
            loss += 0.5 * penalties[i] * weights[i] * weights[i];
            slope[i] += penalties[i] * weights[i];
        }

        return loss;
    }
}
