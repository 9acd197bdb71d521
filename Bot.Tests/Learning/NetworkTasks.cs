using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>What the network learns to tell.</summary>
internal static class NetworkTasks
{
    /// <summary>The tasks whose answers are read: a post's tone, and what must not wait. The rest only teaches.</summary>
    public static readonly Range Kept = Columns.Posts..(Columns.Posts + 2);

    /// <summary>Our own posts are four times as many as the comments; so they don't have more to say than those.</summary>
    private const float OwnTone = 0.3f;

    /// <summary>One of the many labels beside the tone.</summary>
    private const float Label = 0.3f;

    /// <summary>The tones as each origin's people told them, what must not wait, and all else that they said.</summary>
    public static IReadOnlyList<NetworkTask> Of(IReadOnlyList<Comment> comments) =>
    [
        .. Enum.GetValues<Source>().Select(origin => Task(comments, Weights.Tones, Targets.OfTone, c => c.Source == origin && Targets.HasTone(c) ? Tone(origin) : 0, exclusive: true)),
        Task(comments, Heads.AlarmAnswers, Targets.OfAlarmAnswer, Targets.AlarmImportance, exclusive: true),
        .. Enum.GetValues<Source>().Select(origin => Labels(comments, origin)),
    ];

    private static NetworkTask Labels(IReadOnlyList<Comment> comments, Source origin)
    {
        var labels = comments.Where(c => c.Source == origin).SelectMany(c => c.Labels).Distinct().Order(StringComparer.Ordinal).ToList();
        return Task(
            comments,
            labels.Count,
            c => [.. labels.Select(label => c.Labels.Contains(label) ? 1f : 0)],
            c => c.Source == origin && c.Labels.Count > 0 ? Label * Tone(origin) : 0,
            exclusive: false);
    }

    private static NetworkTask Task(IReadOnlyList<Comment> comments, int outputs, Func<Comment, float[]> target, Func<Comment, float> importance, bool exclusive) =>
        new([.. comments.Select(c => importance(c) > 0 ? target(c) : null)], [.. comments.Select(importance)], outputs, exclusive);

    private static float Tone(Source origin) => origin == Source.Own ? OwnTone : 1;
}
