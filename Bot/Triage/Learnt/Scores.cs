using System.Runtime.Intrinsics;

namespace FeedbackBot.Triage.Learnt;

/// <summary>What the weights say about a text and about each of its clauses, in one pass over its features.</summary>
public sealed class Scores
{
    /// <summary>What one feature of <see cref="FeatureBlock.Shape"/> counts; those of the other blocks share 1.</summary>
    public const float ShapeShare = 0.35f;

    /// <summary>
    /// How much the network has to say in a post's tone; the regression has the rest. Two readers that err differently are right more often together. Of a text that reads like a comment
    /// it has nothing to say: there it is no help.
    /// </summary>
    private const float ToneShare = 0.4f;

    /// <summary>The same in whether it must not wait.</summary>
    private const float AlarmShare = 0.5f;

    private const int Blocks = 3;

    /// <summary>No chance is nought or one: both have no logarithm of their odds.</summary>
    internal const float Least = 1e-7f;

    private readonly Weights _weights;
    private readonly float[] _logits;
    private readonly float[] _origins = new float[Columns.Origins];
    private readonly int[] _known = new int[Blocks];
    private readonly float[] _vector = new float[Columns.VectorSize];
    private readonly float[]?[] _slopes = new float[Weights.Outputs][];

    private Scores(Weights weights, TokenText text, int[] clauseOf, int clauseCount, Range columns)
    {
        (_weights, Text, ClauseOf, ClauseCount) = (weights, text, clauseOf, clauseCount);
        Features = FeatureReader.Of(text);
        Rows = new int[Features.Count];
        SaysNothing = true;
        for (var i = 0; i < Rows.Length; i++)
        {
            Rows[i] = weights.Find(Features[i].Hash);
            SaysNothing &= Rows[i] < 0 || Features[i].First < 0 || Features[i].Block == FeatureBlock.Letters;
        }

        var (first, count) = columns.GetOffsetAndLength(Columns.Count);
        _logits = Logits(first, count);
    }

    public TokenText Text { get; }

    public int ClauseCount { get; }

    /// <summary>The number of each token's clause.</summary>
    public int[] ClauseOf { get; }

    public List<Feature> Features { get; }

    /// <summary>Each feature's row of weights; -1 where it has none.</summary>
    public int[] Rows { get; }

    /// <summary>No word or emoji of it has a weight.</summary>
    public bool SaysNothing { get; }

    /// <summary>The outputs for the whole text.</summary>
    public ReadOnlySpan<float> Whole => _logits.AsSpan(0, Weights.Outputs);

    /// <summary>Tone, severity and topics, of the text and of its clauses.</summary>
    public static Scores OfTone(Weights weights, string text)
    {
        var tokens = new TokenText(text);
        var (clauseOf, clauseCount) = Clauses.In(tokens);
        return new Scores(weights, tokens, clauseOf, clauseCount, Columns.OfTone);
    }

    /// <summary>Whether the text must not wait, and of what kind it is then; the other outputs say nothing.</summary>
    public static Scores OfAlarm(Weights weights, string text) => new(weights, new TokenText(text), [], 1, Columns.OfAlarm);

    /// <summary>The outputs for one clause, as if it stood alone.</summary>
    public ReadOnlySpan<float> Clause(int clause) => ClauseCount == 1 ? Whole : _logits.AsSpan((clause + 1) * Weights.Outputs, Weights.Outputs);

    /// <summary>The clause has such a word, and nothing turns it round.</summary>
    public bool SaysPlainly(int clause, Func<uint, bool> isSuch)
    {
        var found = false;
        for (var i = 0; i < ClauseOf.Length; i++)
        {
            if (ClauseOf[i] == clause)
            {
                var word = Text.Tokens[i].Hash;
                if (SmallWords.Negations.Contains(word))
                {
                    return false;
                }

                found |= isSuch(word);
            }
        }

        return found;
    }

    /// <summary>What a feature's row weighs for an output, in a text that reads like this one.</summary>
    public float Weight(int row, int output)
    {
        if (output >= Weights.MustNotWait || output == Weights.Severity)
        {
            var one = WeightIn(Columns.Of(output, 0));
            return output == Weights.MustNotWait ? Together(one, AlarmShare) : one;
        }

        var weight = 0f;
        for (var origin = 0; origin < Columns.Origins; origin++)
        {
            var one = WeightIn(Columns.Of(output, origin));
            weight += _origins[origin] * (origin == Columns.Posts && output < Weights.Tones ? Together(one, ToneShare) : one);
        }

        return weight;

        float Together(float regression, float share) => regression + (share * (InNetwork() - regression));

        float WeightIn(int column) => _weights.Row(row)[column] * _weights.Steps[column];

        float InNetwork()
        {
            var slope = _slopes[output] ??= Slope(output);
            var vector = _weights.Row(row).Slice(Columns.Vector, Columns.VectorSize);
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

    /// <summary>The four tones' chances.</summary>
    public static (float Complaint, float Neutral, float Compliment, float Mixed) Chances(ReadOnlySpan<float> logits)
    {
        Span<float> tones = stackalloc float[Weights.Tones];
        ChancesOf(logits[..Weights.Tones], tones);
        return (tones[0], tones[1], tones[2], tones[3]);
    }

    public static float Chance(float logit) => 1 / (1 + MathF.Exp(-logit));

    /// <summary>What one feature of the block counts in the whole text.</summary>
    public float Share(FeatureBlock block) => Share(block, _known[(int)block]);

    /// <summary>What one of so many features of a block counts.</summary>
    public static float Share(FeatureBlock block, int count) => block == FeatureBlock.Shape ? ShapeShare : count == 0 ? 0 : 1 / MathF.Sqrt(count);

    /// <param name="first">The first of the columns that are wanted.</param>
    private float[] Logits(int first, int count)
    {
        var parts = ClauseCount == 1 ? 1 : ClauseCount + 1;
        var sums = new int[parts * Blocks * count];
        var counts = new int[parts * Blocks];
        for (var i = 0; i < Features.Count; i++)
        {
            if (Rows[i] < 0)
            {
                continue;
            }

            var feature = Features[i];
            Take((int)feature.Block, Rows[i]);
            if (parts > 1 && feature.First >= 0 && ClauseOf[feature.First] == ClauseOf[feature.Last])
            {
                Take(((ClauseOf[feature.First] + 1) * Blocks) + (int)feature.Block, Rows[i]);
            }
        }

        void Take(int at, int row)
        {
            counts[at]++;
            Add(sums.AsSpan(at * count, count), _weights.Row(row).Slice(first, count));
        }

        counts.AsSpan(0, Blocks).CopyTo(_known);
        var logits = new float[parts * Weights.Outputs];
        var learnt = new float[Columns.Count];
        for (var part = 0; part < parts; part++)
        {
            for (var column = 0; column < count; column++)
            {
                var sum = 0f;
                for (var block = 0; block < Blocks; block++)
                {
                    sum += sums[(((part * Blocks) + block) * count) + column] * Share((FeatureBlock)block, counts[(part * Blocks) + block]);
                }

                learnt[first + column] = (sum * _weights.Steps[first + column]) + _weights.Bias[first + column];
            }

            var outputs = logits.AsSpan(part * Weights.Outputs, Weights.Outputs);
            Bend(learnt.AsSpan(Columns.Vector, Columns.VectorSize));
            if (part == 0)
            {
                learnt.AsSpan(Columns.Vector, Columns.VectorSize).CopyTo(_vector);
            }

            if (first == Columns.Vector)
            {
                learnt.AsSpan(Columns.MustNotWait).CopyTo(outputs[Weights.MustNotWait..]);
                outputs[Weights.MustNotWait] += AlarmShare * (_weights.Heads.Alarm(learnt.AsSpan(Columns.Vector, Columns.VectorSize)) - outputs[Weights.MustNotWait]);
                continue;
            }

            if (part == 0)
            {
                // A clause is of its text's origin: a few words alone don't tell.
                ChancesOf(learnt.AsSpan(0, Columns.Origins), _origins);
            }

            Mix(learnt, outputs);
        }

        return logits;
    }

    /// <summary>By how much the network's answer grows with each step that a feature adds to the vector's numbers, as this text stands.</summary>
    private float[] Slope(int output)
    {
        var slope = new float[Columns.VectorSize];
        if (output == Weights.MustNotWait)
        {
            _weights.Heads.AlarmSlope(_vector, slope);
        }
        else
        {
            for (var i = 0; i < slope.Length; i++)
            {
                slope[i] = _weights.Heads.ToneWeight(i, output);
            }
        }

        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] *= (1 - (_vector[i] * _vector[i])) * _weights.Steps[Columns.Vector + i];
        }

        return slope;
    }

    private static void Bend(Span<float> vector)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = MathF.Tanh(vector[i]);
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

    /// <summary>What the origins' readers say, each counting for as much as the text reads like theirs.</summary>
    private void Mix(ReadOnlySpan<float> learnt, Span<float> logits)
    {
        Span<float> tones = stackalloc float[Weights.Tones];
        Span<float> ofNetwork = stackalloc float[Weights.Tones];
        for (var origin = 0; origin < Columns.Origins; origin++)
        {
            ChancesOf(learnt.Slice(Columns.Tone(origin), Weights.Tones), tones);
            if (origin == Columns.Posts)
            {
                _weights.Heads.Tones(learnt.Slice(Columns.Vector, Columns.VectorSize), ofNetwork);
                for (var tone = 0; tone < Weights.Tones; tone++)
                {
                    tones[tone] += ToneShare * (ofNetwork[tone] - tones[tone]);
                }
            }

            for (var tone = 0; tone < Weights.Tones; tone++)
            {
                logits[tone] += _origins[origin] * tones[tone];
            }

            for (var topic = 0; topic < Thresholds.TopicCount; topic++)
            {
                logits[Weights.FirstTopic + topic] += _origins[origin] * Chance(learnt[Columns.Topic(origin) + topic]);
            }
        }

        for (var tone = 0; tone < Weights.Tones; tone++)
        {
            logits[tone] = MathF.Log(logits[tone] + Least);
        }

        for (var output = Weights.FirstTopic; output < Weights.MustNotWait; output++)
        {
            logits[output] = MathF.Log((logits[output] + Least) / (1 - logits[output] + Least));
        }

        logits[Weights.Severity] = learnt[Columns.Severity];
    }

    internal static void ChancesOf(ReadOnlySpan<float> logits, Span<float> chances)
    {
        var (most, all) = (float.NegativeInfinity, 0f);
        foreach (var logit in logits)
        {
            most = MathF.Max(most, logit);
        }

        for (var i = 0; i < logits.Length; i++)
        {
            chances[i] = MathF.Exp(logits[i] - most);
            all += chances[i];
        }

        for (var i = 0; i < logits.Length; i++)
        {
            chances[i] /= all;
        }
    }
}
