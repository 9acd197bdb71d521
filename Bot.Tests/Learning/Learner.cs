using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>
/// Learns weights from comments and our own posts: two regressions for what a text reads like, one for the tone, one for how grave complaints are, two for topics, one for what
/// must not wait; and beside them a network for tone and what must not wait.
/// </summary>
internal static class Learner
{
    /// <summary>Whose comment a text is like.</summary>
    private const double PeoplePenalty = 1;

    /// <summary>Whether it is like a post.</summary>
    private const double PostPenalty = 0.1;
    private const double TonePenalty = 1.2;
    private const double SeverityPenalty = 1;
    private const double TopicPenalty = 0.6;
    private const double AlarmPenalty = 0.4;
    private const int Iterations = 120;
    private const int MostSteps = 127;

    /// <summary>
    /// One of our own posts beside a comment, where the comments' topics are learnt: there are four times as many of them, and what comments share with them would be learnt from
    /// them alone. Where those of posts are learnt all count the same.
    /// </summary>
    private const float OwnTopicsBesideComments = 0.3f;

    /// <summary>The same where it is learnt what reads like a post: a comment that is taken for one is read worse than a post that is taken for a comment.</summary>
    private const float OwnOriginBesideComments = 0.1f;

    /// <param name="seed">Of the network's dice; the regressions have none.</param>
    public static Weights Learn(IReadOnlyList<Comment> comments, IReadOnlyList<IReadOnlyList<Feature>> features, int seed)
    {
        var whole = comments.Count;
        List<Comment> more = [.. comments.Where(c => c.MustNotWait == false).SelectMany(OwnPosts.SentencesOf), .. comments.SelectMany(OwnPosts.AsComments)];
        comments = [.. comments, .. more];
        features = [.. features, .. more.Select(c => FeatureReader.WithTyping(new TokenText(c.Text)))];
        var examples = Examples.Of(comments, features);
        var byOrigin = examples.ByOrigin([.. comments.Select(c => (int)c.Source)]);
        var one = (examples.Rows, examples.Keys.Count);
        float[] Fit((IReadOnlyList<(int[], float[])> Rows, int Columns) of, Func<Comment, float[]> target, Func<Comment, int, float> importance, bool exclusive, double penalty)
        {
            float[][] targets = [.. comments.Select(target)];
            float[] counting = [.. comments.Select(importance)];
            return new LogisticRegression(of.Rows, targets, counting, exclusive, Penalties.Of(of.Rows, of.Columns, examples.Keys.Count, targets, counting, penalty), Iterations).Fit();
        }

        float[] people = [], post = [], tones = [], severity = [], topics = [], topicsOfComments = [], alarms = [];
        (float[] Vectors, IReadOnlyList<float[]> Heads) network = ([], []);
        Parallel.Invoke(
            () => people = Fit((examples.RowsWithTyping, examples.Keys.Count), Targets.OfPeople, (c, i) => i < whole && c.Source != Source.Own ? 1 : 0, exclusive: true, PeoplePenalty),
            () => post = Fit(one, c => [c.Source == Source.Own ? 1 : 0], (c, i) => i < whole ? BesideComments(c, OwnOriginBesideComments) : 0, exclusive: false, PostPenalty),
            () => topics = Fit(byOrigin, Targets.OfTopics, (c, _) => Targets.HasTopics(c) ? 1 : 0, exclusive: false, TopicPenalty),
            () => topicsOfComments = Fit(byOrigin, Targets.OfTopics, (c, _) => Targets.HasTopics(c) ? BesideComments(c, OwnTopicsBesideComments) : 0, exclusive: false, TopicPenalty),
            () => tones = Fit(byOrigin, Targets.OfTone, (c, _) => Targets.HasTone(c) ? 1 : 0, exclusive: true, TonePenalty),
            () => network = new Network(examples.Rows, examples.Keys.Count, NetworkTasks.Of(comments), Columns.VectorSize, seed).Fit(),
            () => severity = Fit(one, c => [c.Severity ?? 0], (c, _) => c is { Severity: > 0, Alarm: null } ? 1 : 0, exclusive: false, SeverityPenalty),
            () => alarms = Fit(one, Targets.OfAlarm, (c, _) => Targets.AlarmImportance(c), exclusive: false, AlarmPenalty));
        return InSteps(
            examples,
            [
                (people, Columns.Posts),
                (post, 1),
                .. ByOrigin(_ => tones, Weights.Tones),
                .. ByOrigin(origin => origin == Source.Own ? topics : topicsOfComments, Thresholds.TopicCount),
                (severity, 1),
                (network.Vectors, Columns.VectorSize),
                (alarms, Weights.Outputs - Weights.MustNotWait),
            ],
            new Heads([.. network.Heads.Take(NetworkTasks.Kept).SelectMany(head => head)]));

        IEnumerable<(float[] Weights, int Outputs)> ByOrigin(Func<Source, float[]> of, int outputs) =>
            Enum.GetValues<Source>().Select(origin => (OfOrigin(of(origin), (int)origin, examples.Keys.Count, outputs), outputs));
    }

    private static float BesideComments(Comment comment, float own) => comment.Source == Source.Own ? own : 1;

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

    /// <summary>The regressions' weights side by side, rounded to steps.</summary>
    private static Weights InSteps(Examples examples, IReadOnlyList<(float[] Weights, int Outputs)> parts, Heads heads)
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

        return new Weights(keys, rows, steps, all[^columns..], heads, Thresholds.Even);
    }
}
