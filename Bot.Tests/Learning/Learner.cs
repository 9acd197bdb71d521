using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>Learns weights from comments and our own posts: one regression for the tone, one for how grave complaints are, one for topics, one for what must not wait.</summary>
internal static class Learner
{
    private const double TonePenalty = 1.2;
    private const double SeverityPenalty = 1;
    private const double TopicPenalty = 1;
    private const double AlarmPenalty = 0.4;
    private const int Iterations = 50;
    private const int MostSteps = 127;

    /// <summary>A comment beside one of our own posts, for what must not wait. Nobody labelled comments for that, so only those that hardly can be count, and as little.</summary>
    private const float CommentImportance = 0.5f;

    public static Weights Learn(IReadOnlyList<Comment> comments, IReadOnlyList<IReadOnlyList<Feature>> features)
    {
        var sentences = comments.Where(c => c.MustNotWait == false).SelectMany(OwnPosts.SentencesOf).ToList();
        comments = [.. comments, .. sentences];
        features = [.. features, .. sentences.Select(s => FeatureReader.Of(new TokenText(s.Text)))];
        var examples = Examples.Of(comments, features);
        float[] Fit(Func<Comment, float[]> target, Func<Comment, float> importance, bool exclusive, double penalty) =>
            new LogisticRegression(examples, [.. comments.Select(target)], [.. comments.Select(importance)], exclusive, penalty, Iterations).Fit();

        // Who says "I want to die" neither praises nor complains, and names no topic: that would teach that such posts are about nothing.
        var tones = Fit(ToneTarget, c => c is { Tone: not null, Alarm: null } ? 1 : 0, exclusive: true, TonePenalty);
        var severity = Fit(c => [c.Severity ?? 0], c => c.Severity > 0 ? 1 : 0, exclusive: false, SeverityPenalty);
        var topics = Fit(TopicTargets, c => c.Topics is not null && (c.Alarm is null || c.Topics.Contains(true)) ? 1 : 0, exclusive: false, TopicPenalty);
        var alarms = Fit(AlarmTargets, AlarmImportance, exclusive: false, AlarmPenalty);
        return InSteps(examples, (tones, Weights.Tones), (severity, 1), (topics, Thresholds.TopicCount), (alarms, Weights.Outputs - Weights.MustNotWait));
    }

    private static float[] ToneTarget(Comment comment)
    {
        var target = new float[Weights.Tones];
        target[comment.Tone ?? 0] = 1;
        return target;
    }

    private static float[] TopicTargets(Comment comment) =>
        [.. comment.Topics?.Select(has => has ? 1f : 0f) ?? new float[Thresholds.TopicCount]];

    private static float[] AlarmTargets(Comment comment)
    {
        var targets = new float[Weights.Outputs - Weights.MustNotWait];
        if (comment.Alarm is { } kind)
        {
            (targets[0], targets[Weights.FirstAlarm - Weights.MustNotWait + (int)kind]) = (1, 1);
        }

        return targets;
    }

    private static float AlarmImportance(Comment comment) => comment.MustNotWait is not null ? 1 : comment.Tone != 0 || comment.Severity <= 0.5f ? CommentImportance : 0;

    /// <summary>The regressions' weights side by side, rounded to steps.</summary>
    private static Weights InSteps(Examples examples, params (float[] Weights, int Outputs)[] parts)
    {
        var (keys, outputs) = (examples.Keys, Weights.Outputs);
        var all = new float[(keys.Count + 1) * outputs];
        var first = 0;
        foreach (var part in parts)
        {
            for (var row = 0; row <= keys.Count; row++)
            {
                part.Weights.AsSpan(row * part.Outputs, part.Outputs).CopyTo(all.AsSpan((row * outputs) + first));
            }

            first += part.Outputs;
        }

        var steps = new float[outputs];
        for (var i = 0; i < keys.Count * outputs; i++)
        {
            all[i] *= examples.Rarity[i / outputs];
            steps[i % outputs] = MathF.Max(steps[i % outputs], MathF.Abs(all[i]) / MostSteps);
        }

        var rows = new sbyte[keys.Count * outputs];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (sbyte)MathF.Round(all[i] / MathF.Max(steps[i % outputs], 1e-9f));
        }

        return new Weights(keys, rows, steps, all[^outputs..], Thresholds.Even);
    }
}
