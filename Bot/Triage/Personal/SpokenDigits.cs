using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Writes "oh seven seven double oh" as digits, so that a number spelled out is found like any other.</summary>
internal static partial class SpokenDigits
{
    private static readonly Dictionary<string, char> Digits = new(StringComparer.Ordinal)
    {
        ["zero"] = '0',
        ["oh"] = '0',
        ["o"] = '0',
        ["nought"] = '0',
        ["one"] = '1',
        ["two"] = '2',
        ["three"] = '3',
        ["four"] = '4',
        ["five"] = '5',
        ["six"] = '6',
        ["seven"] = '7',
        ["eight"] = '8',
        ["nine"] = '9',
    };

    /// <param name="starts">Where each character of the text begins in the original; kept in step.</param>
    /// <param name="ends">Where each ends.</param>
    public static void Write(StringBuilder text, List<int> starts, List<int> ends)
    {
        foreach (var run in Runs().Matches(text.ToString()).Reverse())
        {
            var (digits, from, to) = (new StringBuilder(), new List<int>(), new List<int>());
            var times = 1;
            foreach (Match word in Words().Matches(run.Value))
            {
                if (word.Value is "double" or "treble" or "triple")
                {
                    times = word.Value == "double" ? 2 : 3;
                    continue;
                }

                var first = run.Index + word.Index;
                digits.Append(Digits[word.Value], times);
                from.AddRange(Enumerable.Repeat(starts[first], times));
                to.AddRange(Enumerable.Repeat(ends[first + word.Length - 1], times));
                times = 1;
            }

            text.Remove(run.Index, run.Length).Insert(run.Index, digits);
            starts.RemoveRange(run.Index, run.Length);
            starts.InsertRange(run.Index, from);
            ends.RemoveRange(run.Index, run.Length);
            ends.InsertRange(run.Index, to);
        }
    }

    [GeneratedRegex(@"\b(?:(?:(?:double|treble|triple)[ -])?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)[ ,.-]{1,3}){6,}(?:(?:double|treble|triple)[ -])?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)\b")]
    private static partial Regex Runs();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Words();
}
