using FeedbackBot.Triage;
using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Learning;

/// <summary>A comment and the reader's decision about it. Mixed counts as neutral, as it does in both sets.</summary>
internal sealed record Verdict(Comment Comment, Tone Tone, bool[] Topics, int Severity, bool MustNotWait)
{
    /// <summary>All four tones told apart.</summary>
    public bool IsRight => Comment.Tone == Tone switch { Tone.Complaint => 0, Tone.Compliment => 2, Tone.Mixed => 3, _ => 1 };

    public int ThreeWay => Tone switch { Tone.Complaint => 0, Tone.Compliment => 2, _ => 1 };

    public static Verdict Of(Judged judged, Thresholds thresholds)
    {
        var topics = new bool[Thresholds.TopicCount];
        foreach (var topic in ToneReader.TopicsOf(judged.Scores, thresholds))
        {
            topics[(int)topic] = true;
        }

        var mustNotWait = judged.AlarmChance >= thresholds.MustNotWait;
        return new Verdict(judged.Comment, ToneReader.ToneOf(judged.Scores, thresholds, mustNotWait), topics, ToneReader.GravenessOf(judged.Scores), mustNotWait);
    }
}
