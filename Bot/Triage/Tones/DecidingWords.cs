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
        // Half of the learnt comments call mild praise neutral, so praise and complaint show best against each other.
        return tone switch
        {
            Tone.Complaint => Named(scores, text, Moved(scores, weights, Weights.Complaint, Weights.Compliment)),
            Tone.Compliment => Named(scores, text, Moved(scores, weights, Weights.Compliment, Weights.Complaint)),
            Tone.Mixed =>
            [
                .. Named(scores, text, Moved(scores, weights, Weights.Complaint, Weights.Compliment)).Take(Most / 2),
                .. Named(scores, text, Moved(scores, weights, Weights.Compliment, Weights.Complaint)).Take(Most / 2),
            ],
            _ => [],
        };
    }

    /// <returns>The word that named the topic; empty where none stands out.</returns>
    public static string Of(Scores scores, Weights weights, string text, Topic topic)
    {
        var moved = Moved(scores, weights, Weights.FirstTopic + (int)topic, against: null);
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

    /// <summary>What each token's features weigh for one output, less what they weigh for another.</summary>
    private static float[] Moved(Scores scores, Weights weights, int output, int? against)
    {
        var moved = new float[scores.Text.Tokens.Count];
        for (var i = 0; i < scores.Features.Count; i++)
        {
            var feature = scores.Features[i];
            if (scores.Rows[i] < 0 || feature.First < 0)
            {
                continue;
            }

            var steps = weights.Row(scores.Rows[i]);
            var weight = (steps[output] * weights.Steps[output]) - (against is { } other ? steps[other] * weights.Steps[other] : 0);
            weight *= scores.Share(feature.Block);
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
