namespace FeedbackBot.Triage.Learnt;

/// <summary>Which words of a post moved a verdict: what each word's features weigh, added up. These are the verdict's own weights, not a guess about it.</summary>
public static class DecidingWords
{
    private const int Most = 4;

    /// <summary>What a word must weigh beside the weightiest one.</summary>
    private const float Worth = 0.4f;

    /// <returns>As they stand in the post, the weightiest first; neighbours come as one.</returns>
    public static IReadOnlyList<string> Of(Scores scores, string text, Tone tone)
    {
        // Half of the learnt comments call mild praise neutral, so praise and complaint show best against each other.
        return tone switch
        {
            Tone.Complaint => To(Weights.Complaint, from: Weights.Compliment),
            Tone.Compliment => To(Weights.Compliment, from: Weights.Complaint),
            Tone.Mixed => [.. To(Weights.Complaint, from: Weights.Compliment).Take(Most / 2), .. To(Weights.Compliment, from: Weights.Complaint).Take(Most / 2)],
            _ => [],
        };

        List<string> To(int output, int from) =>
            [.. Ranges(scores, Moved(scores, scores.Pull(output, from))).Select(range => text[range]).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <returns>Where the words stand that moved one output, the weightiest first.</returns>
    public static IReadOnlyList<Range> Of(Scores scores, int output) => Ranges(scores, Moved(scores, scores.Pull(output)));

    /// <returns>The word that named the topic; empty where none stands out.</returns>
    public static string Of(Scores scores, string text, Topic topic)
    {
        var moved = Moved(scores, scores.Pull(Weights.FirstTopic + (int)topic));
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] += OwnWords.Is(scores.Text.Tokens[i].Hash, topic) ? 1 : 0;
        }

        var best = -1;
        for (var i = 0; i < moved.Length; i++)
        {
            if (MayDecide(scores.Text.Tokens[i]) && moved[i] > 0 && (best < 0 || moved[i] > moved[best]))
            {
                best = i;
            }
        }

        return best < 0 ? "" : text[Span(scores, best, best)];
    }

    /// <summary>What each token's features add.</summary>
    private static float[] Moved(Scores scores, Pull pull)
    {
        var moved = new float[scores.Text.Tokens.Count];
        for (var i = 0; i < scores.Features.Count; i++)
        {
            var feature = scores.Features[i];
            if (scores.Rows[i] < 0 || feature.First < 0)
            {
                continue;
            }

            var weight = pull.Of(scores.Rows[i]) * scores.Share(feature.Block);
            if (feature.First == feature.Last)
            {
                moved[feature.First] += weight;
            }
            else
            {
                moved[feature.First] += weight / 2;
                moved[feature.Last] += weight / 2;
            }
        }

        return moved;
    }

    private static List<Range> Ranges(Scores scores, float[] moved)
    {
        var tokens = scores.Text.Tokens;
        var best = Enumerable.Range(0, moved.Length).Where(i => MayDecide(tokens[i]) && moved[i] > 0).OrderByDescending(i => moved[i]).Take(Most).ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var phrases = new List<(int From, int To, float Weight)>();
        foreach (var at in best.Where(i => moved[i] >= Worth * moved[best[0]]).Order())
        {
            // "want to END it": small words between two that decided belong to them.
            if (phrases is [.., var last] && Enumerable.Range(last.To + 1, at - last.To - 1).All(i => IsSmall(tokens[i])))
            {
                phrases[^1] = (last.From, at, MathF.Max(last.Weight, moved[at]));
            }
            else
            {
                phrases.Add((AfterNegations(tokens, at), at, moved[at]));
            }
        }

        return [.. phrases.OrderByDescending(p => p.Weight).Select(p => Span(scores, p.From, p.To))];
    }

    /// <summary>"Not nice": what turns a word round is shown with it.</summary>
    private static int AfterNegations(List<Token> tokens, int at)
    {
        while (at > 0 && SmallWords.Negations.Contains(tokens[at - 1].Hash))
        {
            at--;
        }

        return at;
    }

    private static bool MayDecide(Token token) => token.Kind == TokenKind.Emoji || (token.Kind == TokenKind.Word && !IsSmall(token));

    private static bool IsSmall(Token token) => token.Kind == TokenKind.Word && SmallWords.Empty.Contains(token.Hash);

    private static Range Span(Scores scores, int from, int to) => scores.Text.Tokens[from].Start..(scores.Text.Tokens[to].Start + scores.Text.Tokens[to].Length);
}
