using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>People type O for 0 and l for 1, and S for 5 or B for 8 to hide a number: within one they are digits.</summary>
internal static partial class LettersInNumbers
{
    private const int FewestDigits = 4;

    /// <summary>"70s" and "4lb" are common, so S, B and Z are digits only in what is as long as a telephone number.</summary>
    private const int LongNumber = 9;

    public static void Mend(StringBuilder text)
    {
        var plain = text.ToString();
        if (plain.Count(char.IsAsciiDigit) < FewestDigits)
        {
            return;
        }

        foreach (Match run in Runs().Matches(plain))
        {
            var pieces = PiecesWithDigits().Matches(run.Value);
            var digits = run.Value.Count(char.IsAsciiDigit);
            var letters = pieces.Sum(p => p.Value.Count(char.IsAsciiLetter));
            if (digits < FewestDigits || letters == 0 || letters > digits)
            {
                continue;
            }

            foreach (Match piece in pieces)
            {
                for (var at = run.Index + piece.Index; at < run.Index + piece.Index + piece.Length; at++)
                {
                    text[at] = Digit(plain[at], digits + letters >= LongNumber && !Measures().IsMatch(piece.Value));
                }
            }
        }

        foreach (Match prefixed in Prefixed().Matches(plain))
        {
            var number = prefixed.Groups["number"];
            for (var at = number.Index; at < number.Index + number.Length && number.Value.Count(char.IsAsciiDigit) >= FewestDigits; at++)
            {
                text[at] = Digit(plain[at], isLong: false);
            }
        }
    }

    private static char Digit(char letter, bool isLong) => letter switch
    {
        'o' => '0',
        'l' or 'i' => '1',
        's' when isLong => '5',
        'b' when isLong => '8',
        'z' when isLong => '2',
        var other => other,
    };

    [GeneratedRegex(@"(?<![a-z0-9])[0-9oilsbz]+(?:[ ./-]{1,2}[0-9oilsbz]+)*(?![a-z0-9])")]
    private static partial Regex Runs();

    [GeneratedRegex("(?<![oilsbz])[oilsbz]*[0-9][0-9oilsbz]*")]
    private static partial Regex PiecesWithDigits();

    [GeneratedRegex("^[0-9]{1,2}(?:lbs?|oz|st?|z|b)$|^[0-9]{4}s$")]
    private static partial Regex Measures();

    /// <summary>"RXZ2O4817": letters of the hospital, then the number.</summary>
    [GeneratedRegex(@"(?<![a-z0-9])[a-z]{1,3}(?<number>[0-9][0-9oil]{5,7})(?![a-z0-9])")]
    private static partial Regex Prefixed();
}
