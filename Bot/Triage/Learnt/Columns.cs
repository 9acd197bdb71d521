using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Triage.Learnt;

/// <summary>
/// What stands where in a feature's row of weights. Tone and topics are learnt once for each origin of what there was to learn from, since different people
/// labelled them and drew their lines differently; a text is read with all of them, each for as much as the text reads like those.
/// </summary>
public static class Columns
{
    /// <summary>
    /// The first columns, which tell what a text reads like: comments of phase 1, those of phase 1's trust whose clerks call praise neutral, those of v6 (one of these three, by words and typing); and whether it
    /// reads like a post instead (by words alone).
    /// </summary>
    public const int Origins = 4;

    /// <summary>The origin whose texts we wrote ourselves.</summary>
    public const int Posts = Origins - 1;

    /// <summary>How many numbers a feature's vector has.</summary>
    public const int VectorSize = 32;

    private const int FirstTone = Origins;
    private const int FirstTopic = FirstTone + (Origins * Weights.Tones);

    public static int Severity { get; } = FirstTopic + (Origins * Thresholds.TopicCount);

    /// <summary>The first of the columns that are a feature's vector in the network.</summary>
    public static int Vector { get; } = Severity + 1;

    public static int MustNotWait { get; } = Vector + VectorSize;

    public static int Count { get; } = MustNotWait + 1 + Enum.GetValues<AlarmKind>().Length;

    /// <summary>All that tone and topics need.</summary>
    public static Range OfTone => ..MustNotWait;

    /// <summary>All that what must not wait needs.</summary>
    public static Range OfAlarm => Vector..Count;

    /// <summary>The first of an origin's tones.</summary>
    public static int Tone(int origin) => FirstTone + (origin * Weights.Tones);

    /// <summary>The first of an origin's topics.</summary>
    public static int Topic(int origin) => FirstTopic + (origin * Thresholds.TopicCount);

    /// <summary>An output's column, where it has one for this origin.</summary>
    public static int Of(int output, int origin) =>
        output < Weights.Tones ? Tone(origin) + output
        : output == Weights.Severity ? Severity
        : output < Weights.MustNotWait ? Topic(origin) + output - Weights.FirstTopic
        : MustNotWait + output - Weights.MustNotWait;
}
