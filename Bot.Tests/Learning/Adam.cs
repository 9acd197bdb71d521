using System.Numerics;

namespace FeedbackBot.Learning;

/// <summary>Numbers that follow their slopes, each at its own pace (Kingma and Ba 2015, with the decay of Loshchilov and Hutter 2019).</summary>
internal sealed class Adam(int count)
{
    private const float Mean = 0.9f;
    private const float Square = 0.999f;
    private const float Least = 1e-8f;

    private readonly float[] _means = new float[count];
    private readonly float[] _squares = new float[count];

    public float[] Values { get; } = new float[count];

    /// <summary>Added up by the caller; cleared by <see cref="Move"/>.</summary>
    public float[] Slopes { get; } = new float[count];

    /// <param name="step">From 1.</param>
    public void Move(int step, float pace, float decay)
    {
        var (mean, square) = (1 / (1 - MathF.Pow(Mean, step)), 1 / (1 - MathF.Pow(Square, step)));
        var i = 0;
        for (; i + Vector<float>.Count <= count; i += Vector<float>.Count)
        {
            var (slope, value) = (new Vector<float>(Slopes, i), new Vector<float>(Values, i));
            var means = (Mean * new Vector<float>(_means, i)) + ((1 - Mean) * slope);
            var squares = (Square * new Vector<float>(_squares, i)) + ((1 - Square) * slope * slope);
            means.CopyTo(_means, i);
            squares.CopyTo(_squares, i);
            (value - (pace * ((means * mean / (Vector.SquareRoot(squares * square) + new Vector<float>(Least))) + (decay * value)))).CopyTo(Values, i);
        }

        for (; i < count; i++)
        {
            _means[i] = (Mean * _means[i]) + ((1 - Mean) * Slopes[i]);
            _squares[i] = (Square * _squares[i]) + ((1 - Square) * Slopes[i] * Slopes[i]);
            Values[i] -= pace * ((_means[i] * mean / (MathF.Sqrt(_squares[i] * square) + Least)) + (decay * Values[i]));
        }

        Array.Clear(Slopes);
    }
}
