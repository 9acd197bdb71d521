using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>What is to be learnt of a comment, as numbers; and whether there is anything to learn.</summary>
internal static class Targets
{
    /// <summary>A comment beside one of our own posts, for what must not wait. Nobody labelled comments for that, so only those that hardly can be count, and as little.</summary>
    private const float CommentImportance = 0.5f;

    /// <summary>The first that an alarm can be: that there is none.</summary>
    private const int NoAlarm = 0;

    // Who says "I want to die" neither praises nor complains, and names no topic: that would teach that such posts are about nothing, and their words that all is as grave.
    public static bool HasTone(Comment comment) => comment is { Tone: not null, Alarm: null };

    public static bool HasTopics(Comment comment) => comment.Topics is { } topics && (comment.Alarm is null || topics.Contains(true));

    public static float AlarmImportance(Comment comment) => comment.MustNotWait is not null ? 1 : comment.Tone != 0 || comment.Severity <= 0.5f ? CommentImportance : 0;

    /// <summary>Whose comment it is; a post is nobody's.</summary>
    public static float[] OfPeople(Comment comment) => comment.Source == Source.Own ? new float[Columns.Posts] : One((int)comment.Source, Columns.Posts);

    public static float[] OfTone(Comment comment) => One(comment.Tone ?? 0, Weights.Tones);

    public static float[] OfTopics(Comment comment) => [.. comment.Topics?.Select(has => has ? 1f : 0f) ?? new float[Thresholds.TopicCount]];

    /// <summary>Whether it must not wait, and then for each kind whether it is that.</summary>
    public static float[] OfAlarm(Comment comment)
    {
        var targets = new float[Weights.Outputs - Weights.MustNotWait];
        if (comment.Alarm is { } kind)
        {
            (targets[0], targets[Weights.FirstAlarm - Weights.MustNotWait + (int)kind]) = (1, 1);
        }

        return targets;
    }

    /// <summary>The same as one choice among several.</summary>
    public static float[] OfAlarmAnswer(Comment comment) => One(comment.Alarm is { } kind ? 1 + (int)kind : NoAlarm, Heads.AlarmAnswers);

    public static float[] One(int which, int of)
    {
        var target = new float[of];
        target[which] = 1;
        return target;
    }
}
