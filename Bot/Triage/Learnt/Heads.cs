using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Triage.Learnt;

/// <summary>What the network makes of a text's vector (the bent sum of its features' vectors): a post's tone, and whether it must not wait.</summary>
/// <param name="numbers">One head after the other, each with one weight per answer for each of the vector's numbers, and after the last of them the answers' biases.</param>
public sealed class Heads(float[] numbers)
{
    private const int ToneSize = (Columns.VectorSize + 1) * Weights.Tones;

    /// <summary>That it may wait, or of which kind it is.</summary>
    public static int AlarmAnswers { get; } = 1 + Enum.GetValues<AlarmKind>().Length;

    /// <summary>How many numbers all heads have.</summary>
    public static int Size { get; } = ToneSize + ((Columns.VectorSize + 1) * AlarmAnswers);

    public IReadOnlyList<float> Numbers => numbers;

    private Span<float> ToneHead => numbers.AsSpan(0, ToneSize);

    private Span<float> AlarmHead => numbers.AsSpan(ToneSize);

    /// <summary>The four tones' chances.</summary>
    public void Tones(ReadOnlySpan<float> vector, Span<float> chances) => Answer(vector, ToneHead, chances);

    /// <summary>What one of the vector's numbers weighs for a tone.</summary>
    public float ToneWeight(int number, int tone) => ToneHead[(number * Weights.Tones) + tone];

    /// <summary>The logarithm of the odds that it must not wait.</summary>
    public float Alarm(ReadOnlySpan<float> vector)
    {
        Span<float> chances = stackalloc float[AlarmAnswers];
        Answer(vector, AlarmHead, chances);
        var mayWait = chances[0];
        return MathF.Log((1 - mayWait + Scores.Least) / (mayWait + Scores.Least));
    }

    /// <summary>By how much <see cref="Alarm"/> grows with each of the vector's numbers.</summary>
    public void AlarmSlope(ReadOnlySpan<float> vector, Span<float> slope)
    {
        Span<float> chances = stackalloc float[AlarmAnswers];
        Answer(vector, AlarmHead, chances);
        var mustNotWait = 1 - chances[0] + Scores.Least;
        for (var i = 0; i < vector.Length; i++)
        {
            slope[i] = -AlarmHead[i * AlarmAnswers];
            for (var kind = 1; kind < AlarmAnswers; kind++)
            {
                slope[i] += chances[kind] / mustNotWait * AlarmHead[(i * AlarmAnswers) + kind];
            }
        }
    }

    private static void Answer(ReadOnlySpan<float> vector, ReadOnlySpan<float> head, Span<float> chances)
    {
        Span<float> logits = stackalloc float[chances.Length];
        head[(vector.Length * logits.Length)..].CopyTo(logits);
        for (var i = 0; i < vector.Length; i++)
        {
            for (var answer = 0; answer < logits.Length; answer++)
            {
                logits[answer] += vector[i] * head[(i * logits.Length) + answer];
            }
        }

        Scores.ChancesOf(logits, chances);
    }
}
