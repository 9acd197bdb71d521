using System.Runtime.Intrinsics;

namespace FeedbackBot.Triage.Learnt;

/// <summary>The weights of a text's features added up, block by block, for each of its parts; part 0 is the whole.</summary>
/// <param name="columns">How many columns are added up.</param>
internal sealed class Sums(int parts, int columns)
{
    private static readonly int Blocks = Enum.GetValues<FeatureBlock>().Length;

    private readonly int[] _sums = new int[parts * Blocks * columns];
    private readonly int[] _counts = new int[parts * Blocks];

    public int Parts => parts;

    public void Add(int part, FeatureBlock block, ReadOnlySpan<sbyte> weights)
    {
        var at = (part * Blocks) + (int)block;
        _counts[at]++;
        Add(_sums.AsSpan(at * columns, columns), weights);
    }

    /// <summary>The whole text has what its clauses have, beside what reaches over them.</summary>
    public void AddPartsToWhole()
    {
        for (var part = 1; part < parts; part++)
        {
            AddTo(_counts, part * Blocks, Blocks);
            AddTo(_sums, part * Blocks * columns, Blocks * columns);
        }
    }

    /// <summary>How many features of the block the whole text has.</summary>
    public int Count(FeatureBlock block) => _counts[(int)block];

    /// <summary>A part's sums, column by column, each block by its share.</summary>
    public void Read(int part, Span<float> into)
    {
        into.Clear();
        for (var block = 0; block < Blocks; block++)
        {
            var at = (part * Blocks) + block;
            if (_counts[at] > 0)
            {
                Add(into, _sums.AsSpan(at * columns, columns), Scores.Share((FeatureBlock)block, _counts[at]));
            }
        }
    }

    private static void Add(Span<float> into, ReadOnlySpan<int> sums, float share)
    {
        for (var column = 0; column < into.Length; column++)
        {
            into[column] += sums[column] * share;
        }
    }

    private static void AddTo(int[] whole, int from, int length)
    {
        for (var i = 0; i < length; i++)
        {
            whole[i] += whole[from + i];
        }
    }

    private static void Add(Span<int> sums, ReadOnlySpan<sbyte> weights)
    {
        var at = 0;
        for (; at + Vector128<sbyte>.Count <= weights.Length; at += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(weights[at..]));
            for (var half = 0; half < 2; half++)
            {
                var (first, second) = Vector128.Widen(half == 0 ? low : high);
                var sum = sums[(at + (half * 8))..];
                (Vector128.Create((ReadOnlySpan<int>)sum) + first).CopyTo(sum);
                (Vector128.Create((ReadOnlySpan<int>)sum[4..]) + second).CopyTo(sum[4..]);
            }
        }

        for (; at < weights.Length; at++)
        {
            sums[at] += weights[at];
        }
    }
}
