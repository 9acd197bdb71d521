namespace FeedbackBot.Triage.Personal;

/// <summary>Finds phone numbers, then NHS numbers among the digits that are left: a mobile number in pieces may look like one.</summary>
internal sealed class NumberFinder
{
    private const int MostGroups = 16;
    private const int LongestAbroad = 13;

    /// <summary>A longer link is cut here and read as text, so that a post without blanks takes no longer than another.</summary>
    private const int LongestWord = 2048;
    private static readonly int[][] Shapes = [[10], [3, 3, 4], [4, 3, 3], [3, 4, 3], [5, 5], [4, 6], [6, 4], [3, 7], [2, 4, 4], [4, 4, 2], [2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [6, 1, 3], [1, 3, 3, 3]];

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
        var hasPlus = start > 0 && _text.Text[start - 1] == '+';
        var kind = PhoneNumber.KindOf(digits, hasPlus);
        if (kind == PhoneKind.None || DigitGroups.BeginsWithDate(_text.Text, _groups, from, to))
        {
            return 0;
        }

        // "01 02 11 ..." is a list of figures unless it is cut evenly; a number of ten digits is one where its code stands apart.
        var inOrder = hasPlus || _groups[from].Length >= 3 || to - from <= 3 || DigitGroups.AreUniform(_text.Text, _groups, from, to);
        if (!inOrder || (kind == PhoneKind.Short && !PhoneWords.Precede(_text, start) && !(to - from == 2 && _groups[from].Length is >= 4 and <= 6)))
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
            || (kind != PhoneKind.Mobile && !hasPlus && PhoneWords.OfGoodsPrecede(_text, start));
        if (!isNobodys)
        {
            Add(PersonalKind.Phone, hasPlus ? start - 1 : start, _groups[to - 1].End);
        }

        return to;
    }

    private int TryNhs(int from, int to, string digits)
    {
        if (digits.Length != NhsNumber.Digits || LetterAt(_groups[to - 1].End) || InLink(from))
        {
            return 0;
        }

        var start = _groups[from].Start;
        if (NhsWords.Precede(_text, start))
        {
            Add(PersonalKind.NhsNumber, start, _groups[to - 1].End);
            return to;
        }

        if (!NhsNumber.IsValid(digits) || !NhsNumber.MayBegin(digits) || PhoneWords.OfGoodsPrecede(_text, start) || GluedToLetters(start))
        {
            return 0;
        }

        int[] shape = [.. Enumerable.Range(from, to - from).Select(i => _groups[i].Length)];
        var usual = shape is [10] or [3, 3, 4];
        if (!(usual || (Shapes.Any(s => s.AsSpan().SequenceEqual(shape)) && StandsAlone(from, to) && DigitGroups.AreUniform(_text.Text, _groups, from, to)))
            || (shape is [10] && NhsWords.ReferencePrecedes(_text, start)))
        {
            return 0;
        }

        Add(PersonalKind.NhsNumber, start, _groups[to - 1].End);
        return to;
    }

    private void Add(PersonalKind kind, int start, int end)
    {
        // A bracket that closes within the number opened before it.
        var opens = start > 0 && _text.Text[start - 1] == '(' && _text.Text.AsSpan(start..end).Contains(')');
        _findings.Add(_text.Finding(kind, opens ? start - 1 : start, end));
    }

    private bool StandsAlone(int from, int to) => !_groups[from].Chained && (to == _groups.Count || !_groups[to].Chained);

    private bool LetterAt(int at) => at < _text.Text.Length && char.IsAsciiLetter(_text.Text[at]);

    /// <summary>"AB9434765919" is some other code; "no9434765919" is not.</summary>
    private bool GluedToLetters(int start) => start > 0 && char.IsAsciiLetter(_text.Text[start - 1]) && !_text.Before(start, 4).EndsWith("no", StringComparison.Ordinal)
        || start > 1 && _text.Text[start - 1] == '_' && char.IsAsciiLetter(_text.Text[start - 2]);

    private bool InHandle(int group) => WordAround(group).StartsWith('@');

    private bool InLink(int group) => WordAround(group) is var word && (word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal));

    /// <summary>From the last blank before a group: what a handle or a link begins with.</summary>
    private ReadOnlySpan<char> WordAround(int group)
    {
        var from = Math.Max(0, _groups[group].Start - LongestWord);
        var before = _text.Text.AsSpan(from.._groups[group].Start);
        return _text.Text.AsSpan((from + before.LastIndexOf(' ') + 1).._groups[group].End);
    }
}
