namespace FeedbackBot.Triage.Tones;

/// <summary>Which words of a post moved a verdict: what each word's features weigh, added up. The sum is the verdict's own, not a guess about it.</summary>
public static class DecidingWords
{
    private const int Most = 4;

    /// <summary>What a word must weigh beside the weightiest one.</summary>
    private const float Worth = 0.4f;

    /// <returns>As they stand in the post, the weightiest first; neighbours come as one.</returns>
    public static IReadOnlyList<string> Of(Scores scores, Weights weights, string text, Tone tone)
    {
        IReadOnlyList<string> words = tone switch
        {
            Tone.Complaint => Named(scores, text, Moved(scores, weights, row => row[0] - MathF.Max(row[1], row[2]))),
            Tone.Compliment => Named(scores, text, Moved(scores, weights, row => row[2] - MathF.Max(row[0], row[1]))),
            Tone.Mixed =>
            [
                .. Named(scores, text, Moved(scores, weights, row => row[0] - row[2])).Take(Most / 2),
                .. Named(scores, text, Moved(scores, weights, row => row[2] - row[0])).Take(Most / 2),
            ],
            _ => [],
        };
        return words;
    }

    /// <returns>The word that named the topic; empty where none stands out.</returns>
    public static string Of(Scores scores, Weights weights, string text, Topic topic)
    {
        var moved = Moved(scores, weights, row => row[Weights.FirstTopic + (int)topic]);
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

        return best < 0 ? "" : Slice(scores, text, best, best);
    }

    private static float[] Moved(Scores scores, Weights weights, Func<float[], float> weighed)
    {
        var moved = new float[scores.Text.Tokens.Count];
        Span<int> counts = stackalloc int[3];
        for (var i = 0; i < scores.Features.Count; i++)
        {
            counts[(int)scores.Features[i].Block] += scores.Rows[i] < 0 ? 0 : 1;
        }

        var row = new float[Weights.Outputs];
        for (var i = 0; i < scores.Features.Count; i++)
        {
            var feature = scores.Features[i];
            if (scores.Rows[i] < 0 || feature.First < 0)
            {
                continue;
            }

            var steps = weights.Row(scores.Rows[i]);
            for (var output = 0; output < row.Length; output++)
            {
                row[output] = steps[output] * weights.Steps[output];
            }

            var weight = weighed(row) * Scores.Share(feature.Block, counts[(int)feature.Block]) / (feature.Last == feature.First ? 1 : 2);
            moved[feature.First] += weight;
            moved[feature.Last] += feature.Last == feature.First ? 0 : weight;
        }

        return moved;
    }

    private static List<string> Named(Scores scores, string text, float[] moved)
    {
        var tokens = scores.Text.Tokens;
        var best = Enumerable.Range(0, moved.Length).Where(i => MayDecide(tokens[i]) && moved[i] > 0).OrderByDescending(i => moved[i]).Take(Most).ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var kept = best.Where(i => moved[i] >= Worth * moved[best[0]]).ToHashSet();
        var phrases = new List<(int From, int To)>();
        foreach (var at in best.Where(kept.Contains))
        {
            if (phrases.Any(p => p.From <= at && at <= p.To))
            {
                continue;
            }

            var (from, to) = (at, at);
            while (from > 0 && (kept.Contains(from - 1) || SmallWords.Negations.Contains(tokens[from - 1].Hash)))
            {
                from--;
            }

            while (to + 1 < tokens.Count && kept.Contains(to + 1))
            {
                to++;
            }

            phrases.Add((from, to));
        }

        return [.. phrases.Select(p => Slice(scores, text, p.From, p.To)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool MayDecide(Token token) => token.Kind == TokenKind.Emoji || (token.Kind == TokenKind.Word && !SmallWords.Empty.Contains(token.Hash));

    private static string Slice(Scores scores, string text, int from, int to)
    {
        var (first, last) = (scores.Text.Tokens[from], scores.Text.Tokens[to]);
        return text[first.Start..(last.Start + last.Length)];
    }
}
