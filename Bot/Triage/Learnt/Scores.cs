namespace FeedbackBot.Triage.Learnt;

/// <summary>What the weights say about a text and about each of its clauses, in one pass over its features.</summary>
public sealed class Scores
{
    /// <summary>What one feature of <see cref="FeatureBlock.Shape"/> counts; those of the other blocks share 1.</summary>
    public const float ShapeShare = 0.35f;

    private const int Blocks = 3;

    private readonly Weights _weights;
    private readonly float[] _logits;
    private readonly int[] _known = new int[Blocks];

    private Scores(Weights weights, TokenText text, List<Feature> features, int[] rows, int[] clauseOf, int clauseCount)
    {
        (_weights, Text, Features, Rows, ClauseOf, ClauseCount) = (weights, text, features, rows, clauseOf, clauseCount);
        SaysNothing = true;
        for (var i = 0; i < rows.Length; i++)
        {
            SaysNothing &= rows[i] < 0 || features[i].First < 0 || features[i].Block == FeatureBlock.Letters;
        }

        _logits = Logits();
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

    public static Scores Of(Weights weights, string text)
    {
        var tokens = new TokenText(text);
        var features = FeatureReader.Of(tokens);
        var rows = new int[features.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = weights.Find(features[i].Hash);
        }

        var (clauseOf, clauseCount) = Clauses.In(tokens);
        return new Scores(weights, tokens, features, rows, clauseOf, clauseCount);
    }

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

    /// <summary>The four tones' chances.</summary>
    public static (float Complaint, float Neutral, float Compliment, float Mixed) Chances(ReadOnlySpan<float> logits)
    {
        var most = MathF.Max(MathF.Max(logits[0], logits[1]), MathF.Max(logits[2], logits[3]));
        var (a, b, c, d) = (MathF.Exp(logits[0] - most), MathF.Exp(logits[1] - most), MathF.Exp(logits[2] - most), MathF.Exp(logits[3] - most));
        var all = a + b + c + d;
        return (a / all, b / all, c / all, d / all);
    }

    public static float Chance(float logit) => 1 / (1 + MathF.Exp(-logit));

    private float[] Logits()
    {
        var (outputs, parts) = (Weights.Outputs, ClauseCount == 1 ? 1 : ClauseCount + 1);
        var sums = new int[parts * Blocks * outputs];
        var counts = new int[parts * Blocks];
        for (var i = 0; i < Features.Count; i++)
        {
            if (Rows[i] < 0)
            {
                continue;
            }

            var feature = Features[i];
            Add((int)feature.Block, Rows[i]);
            if (parts > 1 && feature.First >= 0 && ClauseOf[feature.First] == ClauseOf[feature.Last])
            {
                Add(((ClauseOf[feature.First] + 1) * Blocks) + (int)feature.Block, Rows[i]);
            }
        }

        void Add(int at, int row)
        {
            counts[at]++;
            var sum = sums.AsSpan(at * outputs, outputs);
            var weights = _weights.Row(row);
            for (var output = 0; output < sum.Length; output++)
            {
                sum[output] += weights[output];
            }
        }

        counts.AsSpan(0, Blocks).CopyTo(_known);
        var logits = new float[parts * outputs];
        for (var part = 0; part < parts; part++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var logit = 0f;
                for (var block = 0; block < Blocks; block++)
                {
                    logit += sums[(((part * Blocks) + block) * outputs) + output] * Share((FeatureBlock)block, counts[(part * Blocks) + block]);
                }

                logits[(part * outputs) + output] = (logit * _weights.Steps[output]) + _weights.Bias[output];
            }
        }

        return logits;
    }

    /// <summary>What one feature of the block counts in the whole text.</summary>
    public float Share(FeatureBlock block) => Share(block, _known[(int)block]);

    /// <summary>What one of so many features of a block counts.</summary>
    public static float Share(FeatureBlock block, int count) => block == FeatureBlock.Shape ? ShapeShare : count == 0 ? 0 : 1 / MathF.Sqrt(count);
}
