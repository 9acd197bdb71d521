using System.Text;

namespace FeedbackBot.Triage.Alarms;

/// <summary>
/// A text without its disguises: "su1cide", "s u i c i d e" and "#wanttodie" are the words that they stand for. Everything else is as its author
/// wrote it, and each character knows where it comes from.
/// </summary>
internal sealed class UndisguisedText
{
    /// <summary>Fewer letters that stand apart are initials.</summary>
    private const int FewestApart = 3;

    private readonly string _from;
    private readonly StringBuilder _plain;
    private readonly List<int> _origins;
    private int _copied;

    private UndisguisedText(string from)
    {
        (_from, _plain, _origins) = (from, new StringBuilder(from.Length), new List<int>(from.Length));
        var apart = new List<(int Start, int End, string Folded)>();
        var folded = new StringBuilder();
        for (var at = 0; at < from.Length;)
        {
            var (start, isHashtag) = (at, from[at] is '#' or '＃');
            at = AfterWord(isHashtag ? at + 1 : at, folded);
            if (folded.Length == 1 && char.IsAsciiLetter(folded[0]) && !isHashtag)
            {
                apart.Add((start, at, folded.ToString()));
                continue;
            }

            if (folded.Length > 0)
            {
                Join(apart);
                Replace(start, at, isHashtag ? DisguisedWords.OfHashtag(folded.ToString()) : DisguisedWords.Of(folded.ToString()));
            }
            else if (at == start)
            {
                at++;
            }
        }

        Join(apart);
        Copy(from.Length);
        Text = _plain.ToString();
    }

    public string Text { get; }

    public static UndisguisedText Of(string text) => new(text);

    /// <summary>What its author wrote where this stands in <see cref="Text"/>.</summary>
    public string Written(Range range)
    {
        var (from, length) = range.GetOffsetAndLength(Text.Length);
        var end = from + length;
        while (end < _origins.Count && _origins[end] == _origins[from])
        {
            // A part of what a hashtag or a disguised word stands for was written as the whole of it.
            end++;
        }

        return _from[_origins[from]..(end == _origins.Count ? _from.Length : _origins[end])].TrimEnd();
    }

    /// <summary>Letters, digits, and signs within a word that stand for the letter its author didn't want to write.</summary>
    private int AfterWord(int at, StringBuilder folded)
    {
        folded.Clear();
        while (at < _from.Length)
        {
            Rune.DecodeFromUtf16(_from.AsSpan(at), out var rune, out var length);
            var isSign = rune.Value is '*' or '@' or '$' or '!' or '|' && folded.Length > 0 && at + 1 < _from.Length && (char.IsLetterOrDigit(_from[at + 1]) || _from[at + 1] == '*');
            if (isSign)
            {
                folded.Append((char)rune.Value);
            }
            else if (!Folding.IsIgnored(rune) && !Folding.TryAppend(rune, folded) && rune.Value != '_')
            {
                break;
            }

            at += length;
        }

        return at;
    }

    private void Join(List<(int Start, int End, string Folded)> apart)
    {
        if (apart.Count >= FewestApart)
        {
            Replace(apart[0].Start, apart[^1].End, DisguisedWords.OfLetters(string.Concat(apart.Select(l => l.Folded))));
        }

        apart.Clear();
    }

    private void Replace(int start, int end, string? plain)
    {
        if (plain is null)
        {
            return;
        }

        Copy(start);
        _plain.Append(plain);
        _origins.AddRange(Enumerable.Repeat(start, plain.Length));
        _copied = end;
    }

    private void Copy(int end)
    {
        _plain.Append(_from, _copied, end - _copied);
        for (; _copied < end; _copied++)
        {
            _origins.Add(_copied);
        }
    }
}
