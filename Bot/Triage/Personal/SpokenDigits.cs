using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>
/// Writes "oh seven seven double oh" as digits, so that a number spelled out, wholly or in part, is found like any other. Numbers
/// that are too short to be somebody's stay words: dates and doors are read as words where they stand.
/// </summary>
internal static partial class SpokenDigits
{
    private const int FewestSpelled = 6;
    private const int FewestMixed = 9;
    private const string Token = "double|treble|triple|hundred|seventeen|thirteen|fourteen|fifteen|sixteen|eighteen|nineteen|eleven|twelve|ten|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|zero|one|oh|o|nought|naught|two|three|four|five|six|seven|eight|nine|[零一二三四五六七八九]";

    private static readonly Dictionary<string, string> Digits = new(StringComparer.Ordinal)
    {
        ["zero"] = "0",
        ["oh"] = "0",
        ["o"] = "0",
        ["nought"] = "0",
        ["naught"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["thirteen"] = "13",
        ["fourteen"] = "14",
        ["fifteen"] = "15",
        ["sixteen"] = "16",
        ["seventeen"] = "17",
        ["eighteen"] = "18",
        ["nineteen"] = "19",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fourty"] = "40",
        ["fifty"] = "50",
        ["sixty"] = "60",
        ["seventy"] = "70",
        ["eighty"] = "80",
        ["ninety"] = "90",
        ["hundred"] = "00",
        ["零"] = "0",
        ["一"] = "1",
        ["二"] = "2",
        ["三"] = "3",
        ["四"] = "4",
        ["五"] = "5",
        ["六"] = "6",
        ["七"] = "7",
        ["八"] = "8",
        ["九"] = "9",
    };

    /// <param name="starts">Where each character of the text begins in the original; kept in step.</param>
    /// <param name="ends">Where each ends.</param>
    public static void Write(StringBuilder text, List<int> starts, List<int> ends)
    {
        var plain = text.ToString();
        var runs = Runs().Matches(plain).Where(run => Spelled().IsMatch(run.Value)).ToList();
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
        foreach (var run in runs)
        {
            var pieces = Pieces(run);
            if (!IsNumber(pieces))
            {
                continue;
            }

            foreach (var piece in pieces)
            {
                // "nine, nine" are one number's digits; what stands beside digits says where a number ends.
                if (!piece.FollowsWord)
                {
                    Keep(done, piece.Start);
                }

                text.Append(piece.Digits);
                starts.AddRange(Enumerable.Repeat(oldStarts[piece.Start], piece.Digits.Length));
                ends.AddRange(Enumerable.Repeat(oldEnds[piece.End - 1], piece.Digits.Length));
                done = piece.End;
            }
        }

        Keep(done, plain.Length);

        void Keep(int from, int to)
        {
            text.Append(plain, from, to - from);
            starts.AddRange(oldStarts.AsSpan(from..to));
            ends.AddRange(oldEnds.AsSpan(from..to));
        }
    }

    /// <summary>The words of a run as digits; what is digits already is left as it stands.</summary>
    private static List<Piece> Pieces(Match run)
    {
        var pieces = new List<Piece>();
        var tokens = Tokens().Matches(run.Value);
        for (var i = 0; i < tokens.Count; i++)
        {
            var first = i;
            var times = tokens[i].Value switch { "double" => 2, "treble" or "triple" => 3, _ => 1 };
            if (times > 1 && ++i == tokens.Count)
            {
                break;
            }

            // "double double" is no number; the second is read on its own.
            var token = tokens[i];
            if (!IsWord(token))
            {
                pieces.Add(new Piece(run.Index + tokens[first].Index, run.Index + token.Index + token.Length, string.Concat(Enumerable.Repeat(token.Value, times)), false));
            }
            else if (Digits.TryGetValue(token.Value, out var digits))
            {
                // "ninety-nine" is 99, not 909.
                if (digits is [>= '2', '0'] && i + 1 < tokens.Count && tokens[i + 1].Index - token.Index - token.Length <= 1
                    && Digits.TryGetValue(tokens[i + 1].Value, out var unit) && unit is [>= '1'])
                {
                    digits = digits[..1];
                }

                var followsWord = pieces.Count > 0 && first > 0 && IsWord(tokens[first - 1]);
                pieces.Add(new Piece(run.Index + tokens[first].Index, run.Index + token.Index + token.Length, string.Concat(Enumerable.Repeat(digits, times)), followsWord));
            }
        }

        return pieces;
    }

    private static bool IsWord(Match token) => !char.IsAsciiDigit(token.Value[0]);

    private static bool IsNumber(List<Piece> pieces) =>
        pieces.Sum(p => p.Digits.Length) >= FewestMixed || (pieces.Count >= FewestSpelled && pieces.Skip(1).All(p => p.FollowsWord));

    [GeneratedRegex(@"(?<![a-z0-9])(?>(?:(?:(?>(?:" + Token + @")+)(?![a-z])|[0-9]+)[ ,./*:_-]{0,3})+)")]
    private static partial Regex Runs();

    [GeneratedRegex("[a-z零一二三四五六七八九]")]
    private static partial Regex Spelled();

    [GeneratedRegex(Token + "|[0-9]+")]
    private static partial Regex Tokens();

    /// <param name="FollowsWord">Only a gap stands between the word before and this one, and it isn't kept.</param>
    private readonly record struct Piece(int Start, int End, string Digits, bool FollowsWord);
}
