using System.Globalization;

namespace FeedbackBot.Learning;

/// <summary>A figure with its 95 % interval, by drawing as many verdicts again from the same ones, a thousand times.</summary>
internal sealed record Interval(double Value, double Low, double High)
{
    private const int Draws = 1000;

    public static Interval Of(IReadOnlyList<Verdict> verdicts, Func<IEnumerable<Verdict>, double> figure, int seed)
    {
        var dice = new Random(seed);
        var drawn = Enumerable.Range(0, Draws).Select(_ => figure([.. Enumerable.Range(0, verdicts.Count).Select(_ => verdicts[dice.Next(verdicts.Count)])])).Order().ToList();
        return new Interval(figure(verdicts), drawn[Draws * 25 / 1000], drawn[Draws * 975 / 1000]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:.000} ({Low:.000}–{High:.000})");
}
