using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>People type O for 0 and l for 1: within a number they are digits.</summary>
internal static partial class LettersInNumbers
{
    private const int FewestDigits = 4;

    public static void Mend(StringBuilder text)
    {
        var plain = text.ToString();
        foreach (Match run in Runs().Matches(plain))
        {
            var digits = run.Value.Count(char.IsAsciiDigit);
            if (digits < FewestDigits || run.Value.Count(c => c is 'o' or 'i' or 'l') is var letters && (letters == 0 || letters > digits))
            {
                continue;
            }

            foreach (Match piece in PiecesWithDigits().Matches(run.Value))
            {
                for (var at = run.Index + piece.Index; at < run.Index + piece.Index + piece.Length; at++)
                {
                    text[at] = plain[at] switch { 'o' => '0', 'l' or 'i' => '1', var other => other };
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![a-z0-9])[0-9oil]+(?:[ .-]{1,2}[0-9oil]+)*(?![a-z0-9])")]
    private static partial Regex Runs();

    [GeneratedRegex("[oil]*[0-9][0-9oil]*")]
    private static partial Regex PiecesWithDigits();
}
