using System.Runtime.Intrinsics;

namespace FeedbackBot.Triage.Learnt;

/// <summary>What any feature adds to one of a text's outputs, or to one more than to another, as the text stands: made once, and asked for each of its features.</summary>
public sealed class Pull
{
    private readonly Weights _weights;
    private readonly List<(int Column, float Factor)> _regressions = [];
    private readonly float[] _slope = new float[Columns.VectorSize];
    private bool _hasNetwork;

    internal Pull(Weights weights) => _weights = weights;

    /// <param name="row">The feature's.</param>
    public float Of(int row)
    {
        var weights = _weights.Row(row);
        var sum = _hasNetwork ? Dot(weights.Slice(Columns.Vector, Columns.VectorSize), _slope) : 0;
        foreach (var (column, factor) in _regressions)
        {
            sum += weights[column] * factor;
        }

        return sum;
    }

    /// <summary>A regression has this share in the output.</summary>
    internal void Add(int column, float share) => _regressions.Add((column, share * _weights.Steps[column]));

    /// <summary>The network has this share in it.</summary>
    /// <param name="slope">By how much its answer grows with each of the vector's numbers, before they are bent.</param>
    internal void Add(ReadOnlySpan<float> slope, float share)
    {
        _hasNetwork = true;
        for (var i = 0; i < slope.Length; i++)
        {
            _slope[i] += share * slope[i] * _weights.Steps[Columns.Vector + i];
        }
    }

    private static float Dot(ReadOnlySpan<sbyte> vector, float[] slope)
    {
        var sum = Vector128<float>.Zero;
        for (var at = 0; at < vector.Length; at += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(vector[at..]));
            var ((a, b), (c, d)) = (Vector128.Widen(low), Vector128.Widen(high));
            sum += (Vector128.ConvertToSingle(a) * Vector128.Create(slope, at)) + (Vector128.ConvertToSingle(b) * Vector128.Create(slope, at + 4))
                + (Vector128.ConvertToSingle(c) * Vector128.Create(slope, at + 8)) + (Vector128.ConvertToSingle(d) * Vector128.Create(slope, at + 12));
        }

        return Vector128.Sum(sum);
    }
}
