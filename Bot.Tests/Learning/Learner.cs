using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>
/// Learns weights from comments and our own posts: one regression for what a text reads like, one for the tone, one for how grave complaints are, one for topics, one for what
/// must not wait.
/// </summary>
internal static class Learner
{
    private const double OriginPenalty = 0.2;
    private const double TonePenalty = 1.2;
    private const double SeverityPenalty = 1;
    private const double TopicPenalty = 0.6;
    private const double AlarmPenalty = 0.4;
    private const int Iterations = 120;
    private const int MostSteps = 127;

    /// <summary>A comment beside one of our own posts, for what must not wait. Nobody labelled comments for that, so only those that hardly can be count, and as little.</summary>
    private const float CommentImportance = 0.5f;

    public static Weights Learn(IReadOnlyList<Comment> comments, IReadOnlyList<IReadOnlyList<Feature>> features)
    {
        var whole = comments.Count;
        var sentences = comments.Where(c => c.MustNotWait == false).SelectMany(OwnPosts.SentencesOf).ToList();
        comments = [.. comments, .. sentences];
        features = [.. features, .. sentences.Select(s => FeatureReader.Of(new TokenText(s.Text)))];
        var examples = Examples.Of(comments, features);
        var byOrigin = examples.ByOrigin([.. comments.Select(c => (int)c.Source)]);
        var one = (examples.Rows, examples.Keys.Count);
        float[] Fit((IReadOnlyList<(int[], float[])> Rows, int Columns) of, Func<Comment, float[]> target, Func<Comment, int, float> importance, bool exclusive, double penalty)
        {
            float[][] targets = [.. comments.Select(target)];
            float[] counting = [.. comments.Select(importance)];
            return new LogisticRegression(of.Rows, targets, counting, exclusive, Penalties.Of(of.Rows, of.Columns, examples.Keys.Count, targets, counting, penalty), Iterations).Fit();
        }

        float[] origins = [], tones = [], severity = [], topics = [], alarms = [];
        Parallel.Invoke(
            () => origins = Fit(one, OriginTarget, (_, i) => i < whole ? 1 : 0, exclusive: true, OriginPenalty),

            // Who says "I want to die" neither praises nor complains, and names no topic: that would teach that such posts are about nothing, and their words that all is as grave.
            () => tones = Fit(byOrigin, ToneTarget, (c, _) => c is { Tone: not null, Alarm: null } ? 1 : 0, exclusive: true, TonePenalty),
            () => topics = Fit(byOrigin, TopicTargets, (c, _) => c.Topics is not null && (c.Alarm is null || c.Topics.Contains(true)) ? 1 : 0, exclusive: false, TopicPenalty),
            () => severity = Fit(one, c => [c.Severity ?? 0], (c, _) => c is { Severity: > 0, Alarm: null } ? 1 : 0, exclusive: false, SeverityPenalty),
            () => alarms = Fit(one, AlarmTargets, (c, _) => AlarmImportance(c), exclusive: false, AlarmPenalty));
        return InSteps(
            examples,
            [
                (origins, Columns.Origins),
                .. Enumerable.Range(0, Columns.Origins).Select(origin => (OfOrigin(tones, origin, examples.Keys.Count, Weights.Tones), Weights.Tones)),
                .. Enumerable.Range(0, Columns.Origins).Select(origin => (OfOrigin(topics, origin, examples.Keys.Count, Thresholds.TopicCount), Thresholds.TopicCount)),
                (severity, 1),
                (alarms, Weights.Outputs - Weights.MustNotWait),
            ]);
    }

    /// <summary>What all origins share and what is this one's own, added up.</summary>
    private static float[] OfOrigin(float[] weights, int origin, int columns, int outputs)
    {
        var own = weights[..((columns + 1) * outputs)];
        var bias = columns * (1 + Columns.Origins);
        for (var i = 0; i < columns * outputs; i++)
        {
            own[i] += weights[(columns * (1 + origin) * outputs) + i];
        }

        for (var output = 0; output < outputs; output++)
        {
            own[(columns * outputs) + output] = weights[((bias + origin) * outputs) + output] + weights[((bias + Columns.Origins) * outputs) + output];
        }

        return own;
    }

    private static float[] OriginTarget(Comment comment)
    {
        var target = new float[Columns.Origins];
        target[(int)comment.Source] = 1;
        return target;
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
    private static Weights InSteps(Examples examples, IReadOnlyList<(float[] Weights, int Outputs)> parts)
    {
        var (keys, columns) = (examples.Keys, Columns.Count);
        var all = new float[(keys.Count + 1) * columns];
        var first = 0;
        foreach (var part in parts)
        {
            for (var row = 0; row <= keys.Count; row++)
            {
                part.Weights.AsSpan(row * part.Outputs, part.Outputs).CopyTo(all.AsSpan((row * columns) + first));
            }

            first += part.Outputs;
        }

        var steps = new float[columns];
        for (var i = 0; i < keys.Count * columns; i++)
        {
            all[i] *= examples.Rarity[i / columns];
            steps[i % columns] = MathF.Max(steps[i % columns], MathF.Abs(all[i]) / MostSteps);
        }

        var rows = new sbyte[keys.Count * columns];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (sbyte)MathF.Round(all[i] / MathF.Max(steps[i % columns], 1e-9f));
        }

        return new Weights(keys, rows, steps, all[^columns..], Thresholds.Even);
    }
}
