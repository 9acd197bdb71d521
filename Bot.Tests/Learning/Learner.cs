using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Learning;

/// <summary>Learns weights from comments and our own posts: one regression for the tone, one for severity and topics.</summary>
internal static class Learner
{
    private const double TonePenalty = 0.8;
    private const double TopicPenalty = 0.5;
    private const int Iterations = 50;
    private const int MostSteps = 127;

    public static Weights Learn(IReadOnlyList<Comment> comments, IReadOnlyList<IReadOnlyList<Feature>> features)
    {
        var own = Comments.Own();
        comments = [.. comments, .. own];
        features = [.. features, .. own.Select(c => FeatureReader.Of(new TokenText(c.Text)))];
        var examples = Examples.Of(comments, features);
        var tones = new LogisticRegression(examples, [.. comments.Select(ToneTarget)], exclusive: true, TonePenalty, Iterations).Fit();
        var others = new LogisticRegression(examples, [.. comments.Select(OtherTargets)], exclusive: false, TopicPenalty, Iterations).Fit();
        return InSteps(examples, tones, others);
    }

    private static float[] ToneTarget(Comment comment)
    {
        var target = new float[Weights.Tones];
        target[comment.Tone] = 1;
        return target;
    }

    private static float[] OtherTargets(Comment comment) => [comment.Severity, .. comment.Topics.Select(has => has ? 1f : 0f)];

    private static Weights InSteps(Examples examples, float[] tones, float[] others)
    {
        var (keys, outputs) = (examples.Keys, Weights.Outputs);
        var all = new float[(keys.Count + 1) * outputs];
        for (var row = 0; row <= keys.Count; row++)
        {
            tones.AsSpan(row * Weights.Tones, Weights.Tones).CopyTo(all.AsSpan(row * outputs));
            others.AsSpan(row * (outputs - Weights.Tones), outputs - Weights.Tones).CopyTo(all.AsSpan((row * outputs) + Weights.Tones));
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
