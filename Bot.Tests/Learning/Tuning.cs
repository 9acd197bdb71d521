using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Learning;

/// <summary>
/// Chooses thresholds, for comments on comments like posts and for posts on our own: the best accuracy and macro-F1 among those that find enough of the complaints, and for each topic
/// its best F1.
/// </summary>
internal static class Tuning
{
    /// <summary>Comments that complain and must be found; a little more than the goal of .88, since thresholds do a little worse on what they weren't chosen on.</summary>
    private const double CommentsFound = 0.885;

    /// <summary>The same of posts, of which it is missed that somebody feels.</summary>
    private const double PostsFound = 0.91;

    /// <summary>Of our own posts that must not wait so many must be told at once. They were written to be hard: of others .97 and more are (Bot.Tests/Triage/Alarms/kept-apart.txt).</summary>
    private const double AlarmsFound = 0.935;

    /// <summary>Both sets call "mixed" neutral or drop it, so this can't be learnt from them; it is the value at which our own sentences read right.</summary>
    private const float Mixed = 0.95f;

    /// <summary>Never above 1: one of the trusts called mild praise neutral, and praise must reach the people it is for.</summary>
    private static readonly float[] NeutralTimes = [0.7f, 0.8f, 0.9f, 1];

    private static readonly float[] ComplaintTimes = [1, 1.1f, 1.2f, 1.3f, 1.4f, 1.5f, 1.6f, 1.8f, 2, 2.2f, 2.5f, 3];
    private static readonly float[] TopicChances = [.. Enumerable.Range(4, 30).Select(i => i * 0.02f)];

    public static Thresholds Of(IReadOnlyList<Judged> judged)
    {
        var thresholds = Thresholds.Even with { Mixed = Mixed, MustNotWait = AlarmChance(judged) };

        // Posts first: hardly one of them reads like a comment, but some comments read like posts.
        thresholds = Best([.. judged.Where(j => j.Comment.Source == Source.Own)], PostsFound, bars => thresholds with { Comments = bars, Posts = bars });
        return Best([.. judged.Where(j => j.Comment.Source != Source.Own && j.Comment.IsLikeAPost)], CommentsFound, bars => thresholds with { Comments = bars });
    }

    /// <param name="found">So many of the complaints must be found.</param>
    /// <param name="with">The thresholds with these bars.</param>
    private static Thresholds Best(List<Judged> texts, double found, Func<Bars, Thresholds> with)
    {
        var (toned, named) = (texts.Where(j => Targets.HasTone(j.Comment)).ToList(), texts.Where(j => Targets.HasTopics(j.Comment)).ToList());
        var best = (
            from complaint in ComplaintTimes
            from neutral in NeutralTimes
            let bars = Bars.Even with { Complaint = complaint, Neutral = neutral }
            let thresholds = with(bars)
            let figures = Figures.OfTones(toned.Select(j => (j.Comment.ThreeWay, ThreeWay(j, thresholds))))
            orderby Math.Min(Found(toned, thresholds), found) descending, figures.Accuracy + figures.MacroF1 descending
            select bars).First();
        return with(best with { Topics = [.. Enumerable.Range(0, Thresholds.TopicCount).Select(topic => Topic(named, topic))] });
    }

    private static double Found(List<Judged> texts, Thresholds thresholds) => texts.Where(j => j.Comment.Tone == 0)
        .Average(j => ToneReader.ToneOf(j.Scores, thresholds) is Triage.Tone.Complaint or Triage.Tone.Mixed ? 1.0 : 0);

    private static int ThreeWay(Judged judged, Thresholds thresholds) =>
        ToneReader.ToneOf(judged.Scores, thresholds) switch { Triage.Tone.Complaint => 0, Triage.Tone.Compliment => 2, _ => 1 };

    private static float Topic(List<Judged> texts, int topic) =>
        TopicChances.MaxBy(chance => Figures.F1(texts.Select(j => (j.Comment.Topics![topic], Scores.Chance(j.Scores.Whole[Weights.FirstTopic + topic]) >= chance))));

    /// <summary>The greatest chance that finds enough of our own posts that must not wait.</summary>
    private static float AlarmChance(IReadOnlyList<Judged> judged)
    {
        var chances = judged.Where(j => j.Comment.MustNotWait == true).Select(j => j.AlarmChance).Order().ToList();
        return chances[(int)((1 - AlarmsFound) * chances.Count)];
    }
}
