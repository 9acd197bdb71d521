namespace FeedbackBot.Learning;

/// <summary>How good decisions are.</summary>
/// <param name="ComplaintsFound">The share of complaints that were called complaints.</param>
internal sealed record Figures(double Accuracy, double MacroF1, double ComplaintsFound)
{
    public static Figures OfTones(IEnumerable<(int Is, int Called)> decisions)
    {
        var counts = new int[3, 3];
        foreach (var (truth, called) in decisions)
        {
            counts[truth, called]++;
        }

        double all = 0, right = 0, f1 = 0;
        for (var tone = 0; tone < 3; tone++)
        {
            double called = 0, are = 0;
            for (var other = 0; other < 3; other++)
            {
                called += counts[other, tone];
                are += counts[tone, other];
            }

            all += are;
            right += counts[tone, tone];
            f1 += called + are == 0 ? 0 : 2 * counts[tone, tone] / (called + are) / 3;
        }

        var complaints = counts[0, 0] + counts[0, 1] + counts[0, 2];
        return new Figures(right / Math.Max(all, 1), f1, counts[0, 0] / (double)Math.Max(complaints, 1));
    }

    public static double F1(IEnumerable<(bool Is, bool Called)> decisions)
    {
        double right = 0, wrong = 0;
        foreach (var (truth, called) in decisions)
        {
            right += truth && called ? 1 : 0;
            wrong += truth != called ? 1 : 0;
        }

        return right == 0 ? 0 : 2 * right / ((2 * right) + wrong);
    }

    public static double TopicF1(IEnumerable<Verdict> verdicts) => F1(verdicts.SelectMany(v => v.Comment.Topics!.Zip(v.Topics)));
}
