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
        var plain = text.ToString();
        var runs = Runs().Matches(plain);
        if (runs.Count == 0)
        {
            return;
        }

        // Written anew from the front: cutting and inserting in place would move the rest of the text for every number in it.
        int[] oldStarts = [.. starts];
        int[] oldEnds = [.. ends];
        text.Clear();
        starts.Clear();
        ends.Clear();
        var done = 0;
        foreach (Match run in runs)
        {
            Keep(done, run.Index);
            var times = 1;
            foreach (Match word in Words().Matches(run.Value))
            {
                if (word.Value is "double" or "treble" or "triple")
                {
                    times = word.Value == "double" ? 2 : 3;
                    continue;
                }

                var first = run.Index + word.Index;
                text.Append(Digits[word.Value], times);
                starts.AddRange(Enumerable.Repeat(oldStarts[first], times));
                ends.AddRange(Enumerable.Repeat(oldEnds[first + word.Length - 1], times));
                times = 1;
            }

            done = run.Index + run.Length;
        }

        Keep(done, plain.Length);

        void Keep(int from, int to)
        {
            text.Append(plain, from, to - from);
            starts.AddRange(oldStarts.AsSpan(from..to));
            ends.AddRange(oldEnds.AsSpan(from..to));
        }
    }

    [GeneratedRegex(@"\b(?:(?:(?:double|treble|triple)[ -])?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)[ ,.-]{1,3}){6,}(?:(?:double|treble|triple)[ -])?(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)\b")]
    private static partial Regex Runs();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Words();
}
