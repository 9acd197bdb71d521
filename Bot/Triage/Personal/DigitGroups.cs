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

    /// <summary>Day, month and year, or the last two of them, stand where a longer number would begin.</summary>
    public static bool BeginsWithDate(string plain, IReadOnlyList<DigitGroup> groups, int from, int to) =>
        IsDate(plain, groups, from, to) || (from > 0 && groups[from].Chained && IsDate(plain, groups, from - 1, to)) || IsMonth(plain, groups, from, to);

    /// <summary>"07:45, 8:10, 10:20": hours and minutes are joined by one sign, the times by another.</summary>
    public static bool AreTimes(string plain, IReadOnlyList<DigitGroup> groups, int from, int to)
    {
        if (to - from < 4 || (to - from) % 2 != 0 || AreUniform(plain, groups, from, to))
        {
            return false;
        }

        for (var i = from + 1; i < to; i += 2)
        {
            if (groups[i - 1].Length > 2 || groups[i].Length != 2 || Gap(plain, groups, i) is not (":" or "."))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Beds 12, 13, 14": each is a number of its own.</summary>
    public static bool AreListedInTwos(string plain, IReadOnlyList<DigitGroup> groups, int from, int to) =>
        Enumerable.Range(from, to - from).All(i => groups[i].Length == 2) && Gap(plain, groups, from + 1).Contains(',');

    /// <returns>The length of the first of two numbers that have lost the blank between them; 0 where the digits are one number.</returns>
    private static int FirstOfTwo(ReadOnlySpan<char> digits)
    {
        var first = digits.StartsWith("07") ? PhoneNumber.National : NhsNumber.Digits;
        return digits.Length is >= 2 * NhsNumber.Digits and <= 2 * PhoneNumber.National && IsOne(digits[..first]) && IsOne(digits[first..]) ? first : 0;

        static bool IsOne(ReadOnlySpan<char> digits) => digits.Length == PhoneNumber.National ? digits.StartsWith("07") : NhsNumber.IsValid(digits) && NhsNumber.MayBegin(digits);
    }

    private static bool IsDate(string plain, IReadOnlyList<DigitGroup> groups, int from, int to) =>
        to - from >= 3
        && groups[from].Length <= 2 && groups[from + 1].Length <= 2 && groups[from + 2].Length is 2 or 4
        && IsDateSign(Gap(plain, groups, from + 1)) && AreUniform(plain, groups, from, from + 3)
        && Value(plain, groups[from]) is >= 1 and <= 31 && Value(plain, groups[from + 1]) is >= 1 and <= 12;

    private static bool IsMonth(string plain, IReadOnlyList<DigitGroup> groups, int from, int to) =>
        to - from >= 2
        && groups[from].Length <= 2 && groups[from + 1].Length == 4 && IsDateSign(Gap(plain, groups, from + 1))
        && Value(plain, groups[from]) is >= 1 and <= 12 && Value(plain, groups[from + 1]) is >= 1900 and < 2100;

    private static bool IsDateSign(ReadOnlySpan<char> gap) => gap.Trim() is ['/' or '.' or '-'];

    private static int Value(string plain, DigitGroup group) => int.Parse(plain.AsSpan(group.Start, group.Length), CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Gap(string plain, IReadOnlyList<DigitGroup> groups, int after) =>
        plain.AsSpan(groups[after - 1].End..groups[after].Start);

    /// <summary>"999 945 then 8076" is read out so.</summary>
    private static bool Joins(ReadOnlySpan<char> gap) => (gap.Length <= WidestGap && gap.IndexOfAnyExcept(Separators) < 0) || gap.Trim(" ,.") is "then" or "and then";
}
