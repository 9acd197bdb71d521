using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds phone numbers, then NHS numbers among the digits that are left: a mobile number in pieces may look like one.</summary>
internal sealed partial class NumberFinder
{
    private const int MostGroups = 16;
    private const int LongestAbroad = 13;
    private const int ShortestAbroad = 9;

    /// <summary>A number cut in more pieces than these is as likely a list of figures.</summary>
    private const int FewPieces = 5;

    /// <summary>A longer link is cut here and read as text, so that a post without blanks takes no longer than another.</summary>
    private const int LongestWord = 2048;

    private static readonly SearchValues<char> OfHandles = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly PlainText _text;
    private readonly List<DigitGroup> _groups;
    private readonly bool[] _taken;
    private readonly List<PersonalFinding> _findings;

    private NumberFinder(PlainText text, List<PersonalFinding> findings)
    {
        _text = text;
        _findings = findings;
        _groups = DigitGroups.Read(text.Text);
        _taken = new bool[_groups.Count];
    }

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        var finder = new NumberFinder(text, findings);
        finder.Each(finder.TryPhone);
        finder.Each(finder.TryNhs);
    }

    private void Each(Func<int, int, string, int> attempt)
    {
        for (var from = 0; from < _groups.Count; from++)
        {
            var digits = "";
            for (var to = from; to < _groups.Count && to - from < MostGroups && (to == from || _groups[to].Chained) && !_taken[to] && digits.Length < 16; to++)
            {
                digits += _text.Text[_groups[to].Start.._groups[to].End];
                if (digits.Length >= NhsNumber.Digits - 1 && !InHandle(from) && attempt(from, to + 1, digits) is > 0 and var end)
                {
                    _taken.AsSpan(from..end).Fill(true);
                    from = end - 1;
                    break;
                }
            }
        }
    }

    /// <returns>The group after the number; 0 where the digits are none.</returns>
    private int TryPhone(int from, int to, string digits)
    {
        var start = _groups[from].Start;
        var plus = PlusBefore(start);
        var hasPlus = plus < start;
        var kind = PhoneNumber.KindOf(digits, hasPlus);
        if (DigitGroups.BeginsWithDate(_text.Text, _groups, from, to) || DigitGroups.AreTimes(_text.Text, _groups, from, to))
        {
            return 0;
        }

        if (kind == PhoneKind.None)
        {
            return IsIntroduced(from, to, digits) ? AddPhone(start, to) : 0;
        }

        // "01 02 11 ..." is a list of figures unless it is cut evenly; a number of ten digits is one where its code stands apart.
        var inOrder = hasPlus || _groups[from].Length >= 3 || to - from <= 3 || IsCutEvenly(from, to) || (kind == PhoneKind.Mobile && (PhoneWords.Precede(_text, start) || (IsAlone(from, to) && DigitGroups.AreUniform(_text.Text, _groups, from, to))));
        if (!inOrder || (kind == PhoneKind.Short && !PhoneWords.Precede(_text, start) && !(to - from == 2 && _groups[from].Length is >= 4 and <= 6))
            || (kind is PhoneKind.Service or PhoneKind.Landline or PhoneKind.Short && Enumerable.Range(from + 1, to - from - 1).Any(BeginsMobile)))
        {
            return 0;
        }

        // Numbers of other countries have no one length.
        for (var length = digits.Length; kind == PhoneKind.International && to < _groups.Count && _groups[to].Chained && length + _groups[to].Length <= LongestAbroad; to++)
        {
            length += _groups[to].Length;
        }

        // Read, so that no part of it is taken for something else, but nobody's.
        var isNobodys = kind == PhoneKind.Service
            || (kind is PhoneKind.Landline or PhoneKind.Short && PhoneWords.OfOrganisationPrecede(_text, start))
            || ((kind != PhoneKind.Mobile || to - from >= FewPieces) && !hasPlus && PhoneWords.OfGoodsPrecede(_text, start));
        return isNobodys ? to : AddPhone(plus, to);
    }

    /// <summary>"Bed 08, 2026. 07700 900123": figures that only look like a number mustn't take the first piece of one.</summary>
    private bool BeginsMobile(int group)
    {
        var length = _groups[group].Length;
        for (var i = group + 1; i < _groups.Count && _groups[i].Chained && length < PhoneNumber.National; i++)
        {
            length += _groups[i].Length;
        }

        return length == PhoneNumber.National && _text.Text.AsSpan(_groups[group].Start).StartsWith("07");
    }

    private int AddPhone(int start, int to)
    {
        Add(PersonalKind.Phone, start, _groups[to - 1].End);
        return to;
    }

    /// <summary>Numbers of other countries and numbers with a slip follow no plan: the whole of one counts where the author says to call it.</summary>
    private bool IsIntroduced(int from, int to, string digits) =>
        digits.Length is >= ShortestAbroad and < LongestAbroad && IsAlone(from, to) && to - from <= 5 && DigitGroups.AreUniform(_text.Text, _groups, from, to)
        && PhoneWords.Introduce(_text, _groups[from].Start) && !NhsWords.Precede(_text, _groups[from].Start) && !NhsNumber.IsValid(digits);

    /// <summary>Digit by digit, or in pieces with the same between them: "0 1 1 2 3 5 8 13" is no number.</summary>
    private bool IsCutEvenly(int from, int to) =>
        DigitGroups.AreUniform(_text.Text, _groups, from, to)
        && (_groups[from].Length > 1 || Enumerable.Range(from + 1, to - from - 2).All(i => _groups[i].Length == _groups[from + 1].Length));

    /// <returns>Where "+" or "plus" begins before a number; the number's own place where neither does.</returns>
    private int PlusBefore(int start)
    {
        var before = _text.Before(start, 5).TrimEnd(' ');
        var gap = Math.Min(start, 5) - before.Length;
        return gap > 1 ? start
            : before.EndsWith('+') ? start - gap - 1
            : before.EndsWith("plus", StringComparison.Ordinal) && gap > 0 ? start - gap - 4
            : start;
    }

    private bool IsAlone(int from, int to) => !_groups[from].Chained && Ends(to);

    private bool Ends(int to) => to == _groups.Count || !_groups[to].Chained;

    private int TryNhs(int from, int to, string digits)
    {
        var start = _groups[from].Start;
        if (digits.Length is NhsNumber.Digits - 1 or NhsNumber.Digits + 1)
        {
            return IsAlone(from, to) && NhsWords.Call(_text, start) ? AddNhs(start, to) : 0;
        }

        if (digits.Length != NhsNumber.Digits || !EndsLikeNumber(_groups[to - 1].End) || InLink(from))
        {
            return 0;
        }

        var isWhole = to - from == 1;
        var isUsual = isWhole || (to - from == 3 && _groups[from].Length == 3 && _groups[from + 1].Length == 3);
        var isUniform = IsAlone(from, to) && DigitGroups.AreUniform(_text.Text, _groups, from, to);
        if (NhsWords.NumberPrecedes(_text, start) || (NhsWords.Precede(_text, start) && (isUsual || isUniform)))
        {
            return AddNhs(start, to);
        }

        if (!NhsNumber.IsValid(digits) || !NhsNumber.MayBegin(digits) || PhoneWords.OfGoodsPrecede(_text, start) || GluedToLetters(start))
        {
            return 0;
        }

        var isCut = isUniform && (to - from <= FewPieces || to - from == NhsNumber.Digits) && !DigitGroups.AreListedInTwos(_text.Text, _groups, from, to);
        return (isUsual || isCut) && !(isWhole && NhsWords.ReferencePrecedes(_text, start)) ? AddNhs(start, to) : 0;
    }

    private int AddNhs(int start, int to)
    {
        Add(PersonalKind.NhsNumber, start, _groups[to - 1].End);
        return to;
    }

    private void Add(PersonalKind kind, int start, int end)
    {
        // A bracket that closes within the number opened before it.
        var opens = start > 0 && _text.Text[start - 1] == '(' && _text.Text.AsSpan(start..end).Contains(')');
        _findings.Add(_text.Finding(kind, opens ? start - 1 : start, end));
    }

    /// <summary>"9434765919jpg" is some other code; "9434765919and" has lost a blank.</summary>
    private bool EndsLikeNumber(int end) => end == _text.Text.Length || !char.IsAsciiLetter(_text.Text[end]) || WordsAfter().IsMatch(_text.After(end, 8));

    /// <summary>"AB9434765919" is some other code; "no9434765919" is not.</summary>
    private bool GluedToLetters(int start) => start > 0 && char.IsAsciiLetter(_text.Text[start - 1]) && !WordsBefore().IsMatch(_text.Before(start, 8))
        || start > 1 && _text.Text[start - 1] == '_' && char.IsAsciiLetter(_text.Text[start - 2]);

    /// <summary>"@jo07700900123" names an account; "@StOswins:07700900123" only begins with one.</summary>
    private bool InHandle(int group) => WordAround(group) is ['@', .. var name] && name.IndexOfAnyExcept(OfHandles) < 0;

    private bool InLink(int group) => WordAround(group) is var word && (word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal));

    /// <summary>From the last blank before a group: what a handle or a link begins with.</summary>
    private ReadOnlySpan<char> WordAround(int group)
    {
        var from = Math.Max(0, _groups[group].Start - LongestWord);
        var before = _text.Text.AsSpan(from.._groups[group].Start);
        return _text.Text.AsSpan((from + before.LastIndexOf(' ') + 1).._groups[group].End);
    }

    [GeneratedRegex(@"^(?:and|or|is|was|dob|born|tel|mob|ph|call|text|nhs|pls|please|thanks|help|x+)(?![a-z])")]
    private static partial Regex WordsAfter();

    [GeneratedRegex(@"(?<![a-z])(?:and|or|is|number|no|num|nhs|ref)$")]
    private static partial Regex WordsBefore();
}
