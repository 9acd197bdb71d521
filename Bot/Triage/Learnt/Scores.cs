namespace FeedbackBot.Triage.Learnt;

/// <summary>What the weights say about a text and about each of its clauses, in one pass over its features.</summary>
public sealed class Scores
{
    /// <summary>What one feature of <see cref="FeatureBlock.Shape"/> or <see cref="FeatureBlock.Manner"/> counts; those of the other blocks share 1.</summary>
    public const float ShapeShare = 0.35f;

    /// <summary>
    /// How much the network has to say in a post's tone; the regression has the rest. Two readers that err differently are right more often together. Of a text that reads like a comment
    /// it has nothing to say: there it is no help.
    /// </summary>
    private const float ToneShare = 0.4f;

    /// <summary>The same in whether it must not wait.</summary>
    private const float AlarmShare = 0.5f;

    /// <summary>No chance is nought or one: both have no logarithm of their odds.</summary>
    internal const float Least = 1e-7f;

    private readonly Weights _weights;
    private readonly Sums _sums;
    private readonly float[] _logits;

    /// <summary>The first token of each clause; they follow one another.</summary>
    private readonly int[] _firstOf;
    private readonly float[] _origins = new float[Columns.Origins];
    private readonly float[] _vector = new float[Columns.VectorSize];

    private Scores(Weights weights, TokenText text, List<Feature> features, (int[] Of, int Count) clauses, Range columns)
    {
        (_weights, Text, Features) = (weights, text, features);
        (ClauseOf, ClauseCount) = clauses;
        _firstOf = new int[ClauseCount];
        for (var i = ClauseOf.Length - 1; i >= 0; i--)
        {
            _firstOf[ClauseOf[i]] = i;
        }

        Rows = new int[Features.Count];
        SaysNothing = true;
        for (var i = 0; i < Rows.Length; i++)
        {
            Rows[i] = weights.Find(Features[i].Hash);
            SaysNothing &= Rows[i] < 0 || Features[i].First < 0 || Features[i].Block == FeatureBlock.Letters;
        }

        var (first, count) = columns.GetOffsetAndLength(Columns.Count);
        _sums = Summed(first, count);
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

    /// <summary>How much the text reads like a post, from 0 (like a comment) to 1.</summary>
    public float LikeAPost => _origins[Columns.Posts];

    /// <summary>The outputs for the whole text.</summary>
    public ReadOnlySpan<float> Whole => _logits.AsSpan(0, Weights.Outputs);

    /// <summary>Tone, severity and topics, of the text and of its clauses.</summary>
    public static Scores OfTone(Weights weights, string text) => OfTone(weights, new TokenText(text), FeatureReader.WithTyping);

    /// <summary>The same by what it says alone, whoever typed it.</summary>
    public static Scores OfToneWithoutTyping(Weights weights, string text) => OfTone(weights, new TokenText(text), FeatureReader.Of);

    /// <summary>Whether the text must not wait, and of what kind it is then; the other outputs say nothing.</summary>
    public static Scores OfAlarm(Weights weights, string text)
    {
        var tokens = new TokenText(text);
        return new Scores(weights, tokens, FeatureReader.Of(tokens), ([], 1), Columns.OfAlarm);
    }

    /// <summary>The outputs for one clause, as if it stood alone.</summary>
    public ReadOnlySpan<float> Clause(int clause) => ClauseCount == 1 ? Whole : _logits.AsSpan((clause + 1) * Weights.Outputs, Weights.Outputs);

    /// <summary>The clause has such a word, and nothing turns it round.</summary>
    public bool SaysPlainly(int clause, Func<uint, bool> isSuch)
    {
        var found = false;
        for (var at = _firstOf[clause]; at < ClauseOf.Length && ClauseOf[at] == clause; at++)
        {
            var word = Text.Tokens[at].Hash;
            if (SmallWords.Negations.Contains(word))
            {
                return false;
            }

            found |= isSuch(word);
        }

        return found;
    }

    /// <param name="against">What a feature adds to this output is taken off.</param>
    public Pull Pull(int output, int? against = null)
    {
        var pull = new Pull(_weights);
        Add(pull, output, 1);
        if (against is { } other)
        {
            Add(pull, other, -1);
        }

        return pull;
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
    public float Share(FeatureBlock block) => Share(block, _sums.Count(block));

    /// <summary>What one of so many features of a block counts.</summary>
    public static float Share(FeatureBlock block, int count) => block is FeatureBlock.Shape or FeatureBlock.Manner ? ShapeShare : count == 0 ? 0 : 1 / MathF.Sqrt(count);

    private static Scores OfTone(Weights weights, TokenText text, Func<TokenText, List<Feature>> read) => new(weights, text, read(text), Clauses.In(text), Columns.OfTone);

    /// <param name="first">The first of the columns that are wanted.</param>
    private Sums Summed(int first, int count)
    {
        var parts = ClauseCount == 1 ? 1 : ClauseCount + 1;
        var sums = new Sums(parts, count);
        for (var i = 0; i < Features.Count; i++)
        {
            if (Rows[i] >= 0)
            {
                var feature = Features[i];
                var part = parts > 1 && feature.First >= 0 && ClauseOf[feature.First] == ClauseOf[feature.Last] ? ClauseOf[feature.First] + 1 : 0;

                // Of typing the other columns have nothing to say.
                sums.Add(part, feature.Block, _weights.Row(Rows[i]).Slice(first, feature.IsTyping ? Columns.Posts : count));
            }
        }

        sums.AddPartsToWhole();
        return sums;
    }

    /// <inheritdoc cref="Summed"/>
    private float[] Logits(int first, int count)
    {
        var logits = new float[_sums.Parts * Weights.Outputs];
        var learnt = new float[Columns.Count];
        for (var part = 0; part < _sums.Parts; part++)
        {
            _sums.Read(part, learnt.AsSpan(first, count));
            for (var column = first; column < first + count; column++)
            {
                learnt[column] = (learnt[column] * _weights.Steps[column]) + _weights.Bias[column];
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
                SetOrigins(learnt.AsSpan(0, Columns.Origins));
            }

            Mix(learnt, outputs);
        }

        return logits;
    }

    /// <summary>Like a post or not, and of what isn't like one whose comment it is like. A clause is of its text's origin: a few words alone don't tell.</summary>
    private void SetOrigins(ReadOnlySpan<float> learnt)
    {
        var likeAPost = Chance(learnt[Columns.Posts]);
        ChancesOf(learnt[..Columns.Posts], _origins.AsSpan(0, Columns.Posts));
        for (var people = 0; people < Columns.Posts; people++)
        {
            _origins[people] *= 1 - likeAPost;
        }

        _origins[Columns.Posts] = likeAPost;
    }

    private void Add(Pull pull, int output, float sign)
    {
        var ofNetwork = output == Weights.MustNotWait ? AlarmShare : output < Weights.Tones ? ToneShare : 0;
        if (output >= Weights.MustNotWait || output == Weights.Severity)
        {
            pull.Add(Columns.Of(output, 0), sign * (1 - ofNetwork));
        }
        else
        {
            for (var origin = 0; origin < Columns.Origins; origin++)
            {
                pull.Add(Columns.Of(output, origin), sign * _origins[origin] * (origin == Columns.Posts ? 1 - ofNetwork : 1));
            }

            ofNetwork *= _origins[Columns.Posts];
        }

        if (ofNetwork > 0)
        {
            pull.Add(Slope(output), sign * ofNetwork);
        }
    }

    /// <summary>By how much the network's answer grows with each of the vector's numbers, before they are bent, as this text stands.</summary>
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
            slope[i] *= 1 - (_vector[i] * _vector[i]);
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
