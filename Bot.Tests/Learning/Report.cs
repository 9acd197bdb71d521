using System.Globalization;
using FeedbackBot.Triage;

namespace FeedbackBot.Learning;

/// <summary>The figures of a cross-validation, as text and for the record beside the weights.</summary>
internal static class Report
{
    private static readonly (string Name, Func<Comment, bool> Of)[] Parts =
    [
        ("like posts, both sets", c => c.Source != Source.Own && c.IsLikeAPost),
        ("like posts, phase 1", c => c.IsLikeAPost && c.Source is Source.Phase1 or Source.Phase1Neutral),
        ("like posts, v6", c => c.IsLikeAPost && c.Source == Source.V6),
        ("all, both sets", c => c.Source != Source.Own),
        ("our own posts", c => c.Source == Source.Own && c.Tone is not null && c.Alarm is null),
    ];

    public static IReadOnlyDictionary<string, Dictionary<string, string>> Of(IReadOnlyList<Verdict> verdicts, IReadOnlyList<Verdict> withoutTyping, int seed)
    {
        var report = Parts.ToDictionary(part => part.Name, part => OfPart([.. verdicts.Where(v => part.Of(v.Comment))], seed));
        report["like posts, both sets, without the habits of a trust's typists"] = OfPart([.. withoutTyping.Where(v => Parts[0].Of(v.Comment))], seed);
        report["what must not wait"] = OfAlarms(verdicts, seed);
        return report;
    }

    public static void Print(IReadOnlyDictionary<string, Dictionary<string, string>> report, IReadOnlyList<Verdict> verdicts)
    {
        foreach (var (part, figures) in report)
        {
            Console.WriteLine($"{part}:");
            foreach (var (name, value) in figures)
            {
                Console.WriteLine($"  {name,-28} {value}");
            }
        }

        var posts = verdicts.Where(v => v.Comment.Source != Source.Own && v.Comment.IsLikeAPost).ToList();
        Console.WriteLine("like posts, what is called what (complaint, neutral, compliment; mixed among the neutral):");
        for (var tone = 0; tone < 3; tone++)
        {
            Console.WriteLine($"  {string.Join(' ', Enumerable.Range(0, 3).Select(called => $"{posts.Count(v => v.Comment.Tone == tone && v.ThreeWay == called),6}"))}   mixed {posts.Count(v => v.Comment.Tone == tone && v.Tone == Tone.Mixed)}");
        }

        Console.WriteLine("like posts, by topic:");
        foreach (var topic in Enum.GetValues<Topic>())
        {
            double are = posts.Count(v => v.Comment.Topics![(int)topic]), called = posts.Count(v => v.Topics[(int)topic]), right = posts.Count(v => v.Comment.Topics![(int)topic] && v.Topics[(int)topic]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {topic,-14} {are,5}  precision {right / Math.Max(called, 1):.00}  recall {right / Math.Max(are, 1):.00}  F1 {2 * right / Math.Max(are + called, 1):.00}"));
        }
    }

    private static Dictionary<string, string> OfPart(List<Verdict> verdicts, int seed) => new()
    {
        ["comments"] = verdicts.Count.ToString(CultureInfo.InvariantCulture),
        ["accuracy"] = Interval.Of(verdicts, v => Tones(v).Accuracy, seed).ToString(),
        ["accuracy, four tones"] = Interval.Of(verdicts, v => v.Average(x => x.IsRight ? 1.0 : 0), seed).ToString(),
        ["macro-F1"] = Interval.Of(verdicts, v => Tones(v).MacroF1, seed).ToString(),
        ["complaints found"] = Interval.Of(verdicts, v => Tones(v).ComplaintsFound, seed).ToString(),
        ["complaints found or mixed"] = Interval.Of([.. verdicts.Where(v => v.Comment.Tone == 0)], v => v.Average(x => x.Tone is Tone.Complaint or Tone.Mixed ? 1.0 : 0), seed).ToString(),
        ["severity, mean error of 4"] = Interval.Of([.. verdicts.Where(v => v.Comment.Severity > 0)], v => v.Average(x => Math.Abs(x.Severity - (x.Comment.Severity!.Value * 4))), seed).ToString(),
        ["topics micro-F1"] = Interval.Of(verdicts, Figures.TopicF1, seed).ToString(),
    };

    /// <summary>By our own posts; and how many comments raise an alarm, rightly or not, since nobody has said which ones should.</summary>
    private static Dictionary<string, string> OfAlarms(IReadOnlyList<Verdict> verdicts, int seed)
    {
        var own = verdicts.Where(v => v.Comment.MustNotWait is not null).ToList();
        return new()
        {
            ["posts"] = own.Count.ToString(CultureInfo.InvariantCulture),
            ["recall"] = Interval.Of([.. own.Where(v => v.Comment.MustNotWait == true)], Alarms, seed).ToString(),
            ["precision"] = Interval.Of([.. own.Where(v => v.MustNotWait)], v => v.Average(x => x.Comment.MustNotWait == true ? 1.0 : 0), seed).ToString(),
            ["false alarms, of what may wait"] = Interval.Of([.. own.Where(v => v.Comment.MustNotWait == false)], Alarms, seed).ToString(),
            ["alarms, of comments"] = Interval.Of([.. verdicts.Where(v => v.Comment.MustNotWait is null)], Alarms, seed).ToString(),
        };
    }

    private static double Alarms(IEnumerable<Verdict> verdicts) => verdicts.Average(v => v.MustNotWait ? 1.0 : 0);

    private static Figures Tones(IEnumerable<Verdict> verdicts) => Figures.OfTones(verdicts.Select(v => (v.Comment.ThreeWay, v.ThreeWay)));
}
