using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Triage.Tones;

/// <summary>
/// Reads what kind of feedback a post is, how grave, and what about. Purely: the same post with the same weights gives the same reading. It takes
/// microseconds, and time in proportion to the text.
/// </summary>
public sealed class ToneReader(Weights weights)
{
    /// <summary>A topic that the whole post doesn't make likely enough counts when one clause alone does, this surely.</summary>
    private const float ClauseTopic = 0.6f;

    /// <summary>How likely a clause must be praise or complaint when a plain word says so too.</summary>
    private const float Likely = 0.5f;

    /// <summary>A complaint less likely than this is out of the question.</summary>
    private const float Unlikely = 0.15f;

    private const int Gravest = 4;

    private static readonly Lazy<ToneReader> OfEmbedded = new(() => new ToneReader(Weights.Learnt));

    /// <summary>With the weights that came with the program.</summary>
    public static ToneReader Learnt => OfEmbedded.Value;

    public Reading Read(string text)
    {
        var scores = Scores.Of(weights, text);
        var thresholds = weights.Thresholds;
        var tone = ToneOf(scores, thresholds);
        var severity = tone is Tone.Complaint or Tone.Mixed ? GravenessOf(scores) : 0;
        var topics = TopicsOf(scores, thresholds).Select(topic => About(topic, scores, tone, severity, text)).ToList();
        if (tone == Tone.Mixed && topics.Count > 0 && !topics.Any(t => t.IsComplaint))
        {
            // Something is complained of, and this is the likeliest.
            var worst = Enumerable.Range(0, topics.Count).MaxBy(i => Blame(topics[i].Topic, scores));
            topics[worst] = topics[worst] with { Tone = Tone.Complaint, Severity = severity };
        }

        return new Reading(tone, severity, topics, DecidingWords.Of(scores, weights, text, tone));
    }

    public static Tone ToneOf(Scores scores, Thresholds thresholds)
    {
        if (scores.SaysNothing)
        {
            return Tone.Neutral;
        }

        if (IsMixed(scores, thresholds.Mixed))
        {
            return Tone.Mixed;
        }

        var (complaint, neutral, compliment, mixed) = Scores.Chances(scores.Whole);
        (complaint, neutral) = (complaint * thresholds.Complaint, neutral * thresholds.Neutral);
        return mixed >= complaint && mixed >= neutral && mixed >= compliment && HasBothSides(scores) ? Tone.Mixed
            : complaint >= neutral && complaint >= compliment ? Tone.Complaint
            : compliment >= neutral || (complaint < Unlikely && IsPlainPraise(scores)) ? Tone.Compliment
            : Tone.Neutral;
    }

    public static IEnumerable<Topic> TopicsOf(Scores scores, Thresholds thresholds)
    {
        for (var topic = 0; topic < Thresholds.TopicCount; topic++)
        {
            if (Scores.Chance(scores.Whole[Weights.FirstTopic + topic]) >= thresholds.Topics[topic] || InAClause(topic, scores, thresholds) || IsNamed((Topic)topic, scores))
            {
                yield return (Topic)topic;
            }
        }
    }

    private static bool InAClause(int topic, Scores scores, Thresholds thresholds)
    {
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            if (Scores.Chance(scores.Clause(clause)[Weights.FirstTopic + topic]) >= MathF.Max(ClauseTopic, thresholds.Topics[topic]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Half of the learnt comments call praise neutral that nobody at a bedside would.</summary>
    private static bool IsPlainPraise(Scores scores)
    {
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            if (scores.SaysPlainly(clause, OwnWords.IsSurePraise))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(Topic topic, Scores scores)
    {
        foreach (var token in scores.Text.Tokens)
        {
            if (OwnWords.IsSure(token.Hash, topic))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// One clause complains and another praises: each beyond doubt, or in plain words that leave little of it. Half of the learnt comments call mild praise
    /// neutral, so for praise only the chance of the opposite counts.
    /// </summary>
    private static bool IsMixed(Scores scores, float sure)
    {
        var (complains, praises) = (false, false);
        for (var clause = 0; clause < scores.ClauseCount && scores.ClauseCount > 1; clause++)
        {
            var (complaint, _, compliment, _) = Scores.Chances(scores.Clause(clause));
            complains |= complaint >= sure || (complaint >= Likely && complaint >= 2 * compliment && scores.SaysPlainly(clause, OwnWords.IsComplaint));
            praises |= compliment >= sure || (compliment >= 4 * complaint && scores.SaysPlainly(clause, OwnWords.IsPraise));
        }

        return complains && praises;
    }

    /// <summary>One clause sounds rather like praise, and another one rather like a complaint.</summary>
    private static bool HasBothSides(Scores scores)
    {
        var (complains, praises) = (false, false);
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            var (complaint, _, compliment, _) = Scores.Chances(scores.Clause(clause));
            (complains, praises) = (complains || complaint > compliment, praises || compliment > complaint);
        }

        return complains && praises;
    }

    /// <summary>1 to 4, of the worst statement, supposing that it is a complaint.</summary>
    public static int GravenessOf(Scores scores)
    {
        var worst = Scores.Chance(scores.Whole[Weights.Severity]);
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            worst = MathF.Max(worst, Scores.Chance(scores.Clause(clause)[Weights.Severity]));
        }

        return Math.Clamp((int)MathF.Round(worst * Gravest), 1, Gravest);
    }

    private TopicReading About(Topic topic, Scores scores, Tone tone, int severity, string text)
    {
        var word = DecidingWords.Of(scores, weights, text, topic);
        var complains = tone == Tone.Complaint || (tone == Tone.Mixed && Blame(topic, scores) > 0);
        return complains
            ? new TopicReading(topic, Tone.Complaint, severity, word)
            : new TopicReading(topic, tone == Tone.Mixed ? Tone.Compliment : tone, 0, word);
    }

    /// <summary>Above 0 where the clauses about the topic complain, below where they praise.</summary>
    private static float Blame(Topic topic, Scores scores)
    {
        var blame = 0f;
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            var logits = scores.Clause(clause);
            var about = Scores.Chance(logits[Weights.FirstTopic + (int)topic]);
            var (complaint, _, compliment, _) = Scores.Chances(logits);
            blame += about * about * (complaint - compliment);
        }

        return blame;
    }
}
