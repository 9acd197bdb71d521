using System.Globalization;

namespace FeedbackBot.Triage;

/// <summary>Numbers that people write as words, nought to ninety-nine.</summary>
public static class NumberWords
{
    private static readonly string[] ToNineteen =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> Values = All().ToDictionary(StringComparer.Ordinal);

    /// <summary>"seven" and "007" are "7"; what isn't a number stays as it is.</summary>
    public static string InDigits(string folded)
    {
        if (Values.TryGetValue(folded, out var value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        if (folded[0] != '0')
        {
            return folded;
        }

        var trimmed = folded.TrimStart('0');
        return trimmed.Length == 0 ? "0" : trimmed;
    }

    /// <summary>"twenty" and "one" are "21"; null where the two don't make one number.</summary>
    public static string? Together(string tens, string units) =>
        Values.TryGetValue(tens, out var ten) && ten >= 20 && ten % 10 == 0 && Values.TryGetValue(units, out var unit) && unit is > 0 and < 10
            ? (ten + unit).ToString(CultureInfo.InvariantCulture)
            : null;

    private static IEnumerable<KeyValuePair<string, int>> All()
    {
        for (var i = 0; i < ToNineteen.Length; i++)
        {
            yield return new(ToNineteen[i], i);
        }

        for (var i = 0; i < Tens.Length; i++)
        {
            yield return new(Tens[i], 20 + (10 * i));
            for (var unit = 1; unit < 10; unit++)
            {
                yield return new(Tens[i] + ToNineteen[unit], 20 + (10 * i) + unit);
            }
        }
    }
}
