using System.Numerics;
using System.Runtime.Intrinsics;

namespace FeedbackBot.Learning;

/// <summary>The little arithmetic that learning needs.</summary>
internal static class Numbers
{
    public static double Dot(float[] one, float[] other)
    {
        var sum = 0.0;
        var at = 0;
        for (; at + Vector<float>.Count <= one.Length; at += Vector<float>.Count)
        {
            sum += Vector.Dot(new Vector<float>(one, at), new Vector<float>(other, at));
        }

        for (; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }

    /// <summary>to = from + length × direction.</summary>
    public static void Move(float[] from, float[] direction, double length, float[] to)
    {
        var by = (float)length;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] + (by * direction[i]);
        }
    }

    public static void Scale(float[] numbers, double by)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] *= (float)by;
        }
    }

    public static float[] Difference(float[] one, float[] other)
    {
        var difference = new float[one.Length];
        Move(one, other, -1, difference);
        return difference;
    }

    public static void Add(Span<float> to, ReadOnlySpan<float> what, float times)
    {
        var i = 0;
        for (; i + Vector128<float>.Count <= to.Length; i += Vector128<float>.Count)
        {
            (Vector128.Create((ReadOnlySpan<float>)to[i..]) + (Vector128.Create(what[i..]) * times)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += times * what[i];
        }
    }

    /// <summary>The loss of one choice among several; leaves its slope in <paramref name="z"/>.</summary>
    public static double SoftmaxLoss(Span<float> z, float[] target)
    {
        var most = float.NegativeInfinity;
        foreach (var value in z)
        {
            most = MathF.Max(most, value);
        }

        var sum = 0f;
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = MathF.Exp(z[i] - most);
            sum += z[i];
        }

        var loss = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            z[i] /= sum;
            loss -= target[i] * Math.Log(Math.Max(z[i], 1e-12f));
            z[i] -= target[i];
        }

        return loss;
    }

    /// <summary>The loss of a yes or no for each output; leaves its slope in <paramref name="z"/>.</summary>
    public static double SigmoidLoss(Span<float> z, float[] target)
    {
        var loss = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            loss += Math.Max(z[i], 0) - (z[i] * target[i]) + Math.Log(1 + Math.Exp(-Math.Abs(z[i])));
            z[i] = (1 / (1 + MathF.Exp(-z[i]))) - target[i];
        }

        return loss;
    }
}
