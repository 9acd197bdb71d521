using FeedbackBot.Posts;
using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Personal;

namespace FeedbackBot.Triage.Alarms;

/// <summary>
/// Reads whether a post speaks of harm, abuse, neglect or threat, learnt from posts that we wrote (Bot.Tests/Learning/own-posts). Recall comes before
/// precision: what may be a joke is read by a person.
/// </summary>
public static class SafeguardingReader
{
    /// <summary>What is learnt is learnt from posts of this length, in characters; a longer one is read passage by passage.</summary>
    private const int Passage = 280;

    /// <summary>A sentence must be so much surer than a whole post: taken out of what is around it, much sounds worse than it is.</summary>
    private const float SentenceShare = 0.2f;

    private const int MostWords = 8;

    private const float AboutAsLikely = 0.5f;

    /// <summary>What must not wait in the post's text, its pictures' descriptions and what it quotes; null where nothing is found.</summary>
    public static Alarm? Read(Post post) => OneOf([.. PersonalReader.Texts(post).Select(Read).OfType<Alarm>()]);

    /// <summary>Where an alarm's words may stand: what is read now, and what its author wrote before.</summary>
    public static IReadOnlyCollection<string> TextsOf(Post post) => [.. PersonalReader.Texts(post), .. post.Former.Select(f => f.Text)];

    public static Alarm? Read(string text)
    {
        var (plain, weights) = (UndisguisedText.Of(text), Weights.Learnt);
        return OneOf([.. Parts(plain.Text).Select(part => Read(plain, part.Range, part.Share, weights)).OfType<Alarm>()]);
    }

    /// <summary>How likely it is that a text must not wait, with these weights: 0 to 1.</summary>
    public static float ChanceOf(string text, Weights weights)
    {
        var plain = UndisguisedText.Of(text);
        return Parts(plain.Text).Max(part => part.Share * ChanceOf(Scores.OfAlarm(weights, plain.Text[part.Range])));
    }

    private static float ChanceOf(Scores scores) => scores.SaysNothing ? 0 : Scores.Chance(scores.Whole[Weights.MustNotWait]);

    private static Alarm? Read(UndisguisedText plain, Range range, float share, Weights weights)
    {
        var scores = Scores.OfAlarm(weights, plain.Text[range]);
        var start = range.Start.Value;
        return share * ChanceOf(scores) < weights.Thresholds.MustNotWait ? null : new Alarm(
            KindOf(scores.Whole[Weights.FirstAlarm..]),
            [.. DecidingWords.Of(scores, Weights.MustNotWait).Select(r => plain.Written((start + r.Start.Value)..(start + r.End.Value)))]);
    }

    /// <summary>The most pressing kind names the alarm; the words of all are shown.</summary>
    private static Alarm? OneOf(List<Alarm> alarms) =>
        alarms.Count == 0 ? null : new Alarm(alarms.Min(a => a.Kind), [.. alarms.SelectMany(a => a.Words).Distinct().Take(MostWords)]);

    /// <summary>The most pressing of the kinds that are about as likely as the likeliest.</summary>
    private static AlarmKind KindOf(ReadOnlySpan<float> logits)
    {
        var likeliest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            likeliest = MathF.Max(likeliest, Scores.Chance(logit));
        }

        var kind = 0;
        while (Scores.Chance(logits[kind]) < likeliest * AboutAsLikely)
        {
            kind++;
        }

        return (AlarmKind)kind;
    }

    /// <summary>The text, or its passages; and each of its sentences, so that one among many pleasant ones isn't drowned.</summary>
    private static IEnumerable<(Range Range, float Share)> Parts(string text)
    {
        var (passage, sentence) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var isEnd = text[at] is '.' or '!' or '?' or '\n' or '…' || (at - sentence >= Passage && char.IsWhiteSpace(text[at])) || at - sentence >= 2 * Passage;
            if (!isEnd)
            {
                continue;
            }

            if (at - passage >= Passage && sentence > passage)
            {
                yield return (passage..sentence, 1);
                passage = sentence;
            }

            // One that is the whole text is read as that.
            if (sentence > 0 || at + 1 < text.Length)
            {
                yield return (sentence..(at + 1), SentenceShare);
            }

            sentence = at + 1;
        }

        if (sentence > 0 && sentence < text.Length)
        {
            yield return (sentence..text.Length, SentenceShare);
        }

        yield return (passage..text.Length, 1);
    }
}
