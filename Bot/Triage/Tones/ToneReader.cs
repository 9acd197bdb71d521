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

    /// <summary>From this chance on a topic is more likely than not.</summary>
    private const float Sure = 0.5f;

    private const int Gravest = 4;

    private static readonly Lazy<ToneReader> OfEmbedded = new(() => new ToneReader(Weights.Learnt));

    /// <summary>With the weights that came with the program.</summary>
    public static ToneReader Learnt => OfEmbedded.Value;

    /// <param name="mustNotWait">Somebody may be at risk by the same words.</param>
    public Reading Read(string text, bool mustNotWait = false)
    {
        var scores = Scores.OfTone(weights, text);
        var thresholds = weights.Thresholds;
        var tone = ToneOf(scores, thresholds, mustNotWait);
        var severity = tone is Tone.Complaint or Tone.Mixed ? GravenessOf(scores) : 0;
        var topics = TopicsOf(scores, thresholds).Select(topic => About(topic, scores, tone, severity, text)).ToList();
        if (tone == Tone.Mixed && topics.Count > 0 && !topics.Any(t => t.IsComplaint))
        {
            // Something is complained of, and this is the likeliest.
            var worst = Enumerable.Range(0, topics.Count).MaxBy(i => Blame(topics[i].Topic, scores));
            topics[worst] = topics[worst] with { Tone = Tone.Complaint, Severity = severity };
        }

        return new Reading(tone, severity, topics, DecidingWords.Of(scores, text, tone));
    }

    /// <inheritdoc cref="Read"/>
    public static Tone ToneOf(Scores scores, Thresholds thresholds, bool mustNotWait = false)
    {
        if (scores.SaysNothing)
        {
            return Tone.Neutral;
        }

        var (sounds, isMixed) = Sides(scores, thresholds.Mixed);
        var mayBeMixed = scores.ClauseCount == 1 || (sounds.Bad && sounds.Good);
        var (complaint, neutral, compliment, mixed) = Scores.Chances(scores.Whole);
        if (!mayBeMixed)
        {
            // It is both by its length, perhaps; but where all of it complains, it complains.
            (complaint, compliment) = (complaint + (sounds.Bad ? mixed : 0), compliment + (sounds.Good ? mixed : 0));
        }

        (complaint, neutral) = (complaint * thresholds.Complaint(scores.LikeAPost), neutral * thresholds.Neutral(scores.LikeAPost));

        // What comments say in few words is praise for the most part. "He touched me" is none, and nobody is to be thanked for it.
        compliment = mustNotWait && !PraisesPlainly(scores) ? 0 : compliment;
        return isMixed || (mayBeMixed && mixed >= complaint && mixed >= neutral && mixed >= compliment) ? Tone.Mixed
            : complaint >= neutral && complaint >= compliment ? Tone.Complaint
            : compliment >= neutral ? Tone.Compliment
            : Tone.Neutral;
    }

    private static bool PraisesPlainly(Scores scores) => Enumerable.Range(0, scores.ClauseCount).Any(clause => scores.SaysPlainly(clause, OwnWords.IsPraise));

    public static IEnumerable<Topic> TopicsOf(Scores scores, Thresholds thresholds)
    {
        for (var topic = 0; topic < Thresholds.TopicCount; topic++)
        {
            if (IsAbout(topic, scores, thresholds.Topic(topic, scores.LikeAPost)))
            {
                yield return (Topic)topic;
            }
        }
    }

    private static bool IsAbout(int topic, Scores scores, float least) =>
        Scores.Chance(scores.Whole[Weights.FirstTopic + topic]) >= least || InAClause(topic, scores, MathF.Max(ClauseTopic, least)) || IsNamed((Topic)topic, scores);

    private static bool InAClause(int topic, Scores scores, float least)
    {
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            if (Scores.Chance(scores.Clause(clause)[Weights.FirstTopic + topic]) >= least)
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
    /// Whether one of a post's clauses sounds rather like a complaint, and one rather like praise; and whether that makes it mixed, each being so beyond doubt or in plain
    /// words that leave little of it. Half of the learnt comments call mild praise neutral, so for praise only the chance of the opposite counts.
    /// </summary>
    private static ((bool Bad, bool Good) Sounds, bool IsMixed) Sides(Scores scores, float sure)
    {
        if (scores.ClauseCount == 1)
        {
            return ((false, false), false);
        }

        var (sounds, says) = ((Bad: false, Good: false), (Bad: false, Good: false));
        for (var clause = 0; clause < scores.ClauseCount; clause++)
        {
            var (complaint, _, compliment, _) = Scores.Chances(scores.Clause(clause));
            sounds = (sounds.Bad || complaint > compliment, sounds.Good || compliment > complaint);
            says.Bad |= complaint >= sure || (complaint >= Likely && complaint >= 2 * compliment && scores.SaysPlainly(clause, OwnWords.IsComplaint));
            says.Good |= compliment >= sure || (compliment >= 4 * complaint && scores.SaysPlainly(clause, OwnWords.IsPraise));
        }

        return (sounds, says.Bad && says.Good);
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

    private static TopicReading About(Topic topic, Scores scores, Tone tone, int severity, string text)
    {
        var word = DecidingWords.Of(scores, text, topic);
        var complains = tone == Tone.Complaint || (tone == Tone.Mixed && Blame(topic, scores) > 0);
        var reading = complains
            ? new TopicReading(topic, Tone.Complaint, severity, word)
            : new TopicReading(topic, tone == Tone.Mixed ? Tone.Compliment : tone, 0, word);
        return reading with { IsSure = IsAbout((int)topic, scores, Sure) };
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
