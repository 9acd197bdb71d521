using System.Buffers;
using System.Globalization;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds groups of digits and what joins them: people cut long numbers into pieces with anything.</summary>
internal static class DigitGroups
{
    private const int WidestGap = 5;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ~-./()[]_*,:;+=&<>\"'|\\");

    public static List<DigitGroup> Read(string plain)
    {
        var groups = new List<DigitGroup>();
        for (var at = 0; at < plain.Length;)
        {
            if (!char.IsAsciiDigit(plain[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < plain.Length && char.IsAsciiDigit(plain[at]))
            {
                at++;
            }

            groups.Add(new DigitGroup(start, at, groups.Count > 0 && Joins(plain.AsSpan(groups[^1].End..start))));
            if (FirstOfTwo(plain.AsSpan(start..at)) is > 0 and var first)
            {
                groups[^1] = groups[^1] with { End = start + first };
                groups.Add(new DigitGroup(start + first, at, Chained: true));
            }
        }

        return groups;
    }

    /// <summary>The same separators stand between all the groups.</summary>
    public static bool AreUniform(string plain, IReadOnlyList<DigitGroup> groups, int from, int to)
    {
        for (var i = from + 2; i < to; i++)
        {
            if (!Gap(plain, groups, i).SequenceEqual(Gap(plain, groups, from + 1)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Day, month and year stand where a longer number would begin.</summary>
    public static bool BeginsWithDate(string plain, IReadOnlyList<DigitGroup> groups, int from, int to) =>
        to - from >= 3
        && groups[from].Length <= 2 && groups[from + 1].Length <= 2 && groups[from + 2].Length is 2 or 4
        && Gap(plain, groups, from + 1).Trim() is ['/' or '.' or '-'] && AreUniform(plain, groups, from, from + 3)
        && int.Parse(plain.AsSpan(groups[from].Start, groups[from].Length), CultureInfo.InvariantCulture) is >= 1 and <= 31
        && int.Parse(plain.AsSpan(groups[from + 1].Start, groups[from + 1].Length), CultureInfo.InvariantCulture) is >= 1 and <= 12;

    /// <returns>The length of the first of two numbers that have lost the blank between them; 0 where the digits are one number.</returns>
    private static int FirstOfTwo(ReadOnlySpan<char> digits)
    {
        var first = digits.StartsWith("07") ? PhoneNumber.National : NhsNumber.Digits;
        return digits.Length is >= 2 * NhsNumber.Digits and <= 2 * PhoneNumber.National && IsOne(digits[..first]) && IsOne(digits[first..]) ? first : 0;

        static bool IsOne(ReadOnlySpan<char> digits) => digits.Length == PhoneNumber.National ? digits.StartsWith("07") : NhsNumber.IsValid(digits) && NhsNumber.MayBegin(digits);
    }

    private static ReadOnlySpan<char> Gap(string plain, IReadOnlyList<DigitGroup> groups, int after) =>
        plain.AsSpan(groups[after - 1].End..groups[after].Start);

    private static bool Joins(ReadOnlySpan<char> gap) => gap.Length <= WidestGap && gap.IndexOfAnyExcept(Separators) < 0;
}
