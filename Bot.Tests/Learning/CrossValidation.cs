using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>Five times: learn from four fifths, judge the fifth. Comments that are nearly the same stay together.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    public static IReadOnlyList<Judged> Judge(IReadOnlyList<Comment> comments, int seed)
    {
        var features = comments.Select(c => (IReadOnlyList<Feature>)FeatureReader.WithTyping(new TokenText(c.Text))).ToList();
        var foldOf = FoldsOf(comments, seed);
        var judged = new Judged[comments.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var learnt = Enumerable.Range(0, comments.Count).Where(i => foldOf[comments[i].Group] != fold).ToList();
            var weights = Learner.Learn([.. learnt.Select(i => comments[i])], [.. learnt.Select(i => features[i])], seed);
            foreach (var i in Enumerable.Range(0, comments.Count).Where(i => foldOf[comments[i].Group] == fold))
            {
                var (text, scores) = (comments[i].Text, Scores.OfTone(weights, comments[i].Text));
                judged[i] = new Judged(comments[i], scores, SafeguardingReader.ChanceOf(text, weights), fold)
                {
                    WithoutTyping = Scores.OfToneWithoutTyping(weights, text),
                };
            }
        }

        return judged;
    }

    /// <summary>Each fold's decisions with the thresholds that were best for the others.</summary>
    public static IReadOnlyList<Verdict> Decide(IReadOnlyList<Judged> judged) =>
        [.. Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var thresholds = Tuning.Of([.. judged.Where(j => j.Fold != fold)]);
            return judged.Where(j => j.Fold == fold).Select(j => Verdict.Of(j, thresholds));
        })];

    private static Dictionary<int, int> FoldsOf(IReadOnlyList<Comment> comments, int seed)
    {
        var groups = comments.Select(c => c.Group).Distinct().Order().ToArray();
        new Random(seed).Shuffle(groups);
        return groups.Select((group, i) => (group, i)).ToDictionary(g => g.group, g => g.i % Folds);
    }
}
