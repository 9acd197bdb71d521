using System.Globalization;
using System.Text;

namespace FeedbackBot.Triage.Personal;

/// <summary>
/// A text in small ASCII letters and digits, whatever script or style it was written in, with the place of each character in the original.
/// Blanks, dashes and dots of every kind are one kind each; what nobody sees is left out; any other sign is a star.
/// </summary>
internal sealed class PlainText
{
    private readonly StringBuilder _plain;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public PlainText(string original)
    {
        Original = original;

        // One piece of memory: in a builder of many, finding a character takes longer the more there are.
        _plain = new StringBuilder(original.Length * 2);
        for (var at = 0; at < original.Length;)
        {
            Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var length);
            Append(rune, at);
            while (_starts.Count < _plain.Length)
            {
                _starts.Add(at);
                _ends.Add(at + length);
            }

            at += length;
        }

        SpokenDigits.Write(_plain, _starts, _ends);
        LettersInNumbers.Mend(_plain);
        Text = _plain.ToString();
        HasDigits = Text.AsSpan().ContainsAnyInRange('0', '9');
    }

    public string Original { get; }

    public string Text { get; }

    public bool HasDigits { get; }

    /// <summary>A finding for a span of the plain text, in the original's characters.</summary>
    public PersonalFinding Finding(PersonalKind kind, int start, int end) => new(kind, _starts[start], _ends[end - 1] - _starts[start]);

    /// <summary>The text before a place, at most so many characters of it.</summary>
    public string Before(int at, int most) => Text[Math.Max(0, at - most)..at];

    public string After(int at, int most) => Text[at..Math.Min(Text.Length, at + most)];

    public bool IsCapital(int at) => char.IsUpper(Original[_starts[at]]);

    private void Append(Rune rune, int at)
    {
        if (rune.IsAscii)
        {
            var ascii = char.ToLowerInvariant((char)rune.Value);
            _plain.Append(char.IsControl(ascii) ? ' ' : ascii);
            return;
        }

        if (Folding.IsIgnored(rune) || rune.Value is 'ㅤ' or 'ᅟ')
        {
            // A keycap or an accent belongs to the character before it; a joiner belongs to nothing.
            if (_ends.Count > 0 && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && _ends[^1] == at)
            {
                _ends[^1] += rune.Utf16SequenceLength;
            }

            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                _plain.Append(' ');
                return;
            case UnicodeCategory.DashPunctuation:
                _plain.Append('-');
                return;
            case UnicodeCategory.OtherNumber when rune.Value is not ('½' or '¼' or '¾') && Rune.GetNumericValue(rune) is >= 0 and < 100 and var value && value == Math.Floor(value):
                _plain.Append((int)value);
                return;
        }

        switch (rune.Value)
        {
            case '−' or '➖' or 'ー':
                _plain.Append('-');
                return;
            case '·' or '•' or '‧' or '∙' or '●' or '。' or '・':
                _plain.Append('.');
                return;
            case '’' or '‘' or 'ʼ' or '´':
                _plain.Append('\'');
                return;
            case '〇':
                _plain.Append('零');
                return;
            case 0x1F51F: // Keycap ten.
                _plain.Append("10");
                return;
            case '£' or '€':
                _plain.Append('£');
                return;
        }

        if (!Folding.TryAppend(rune, _plain))
        {
            // Full-width signs such as ＠ and ＋ are the plain ones in a wide box.
            var narrow = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
                ? ""
                : rune.ToString().Normalize(NormalizationForm.FormKC);
            _plain.Append(narrow is [var only] && char.IsAscii(only) ? only : '*');
        }
    }
}
