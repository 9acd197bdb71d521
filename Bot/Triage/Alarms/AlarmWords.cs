using System.Globalization;
using System.Text;

namespace FeedbackBot.Triage.Alarms;

/// <summary>Cuts a text into words, hashtags into their words, and lets each emoji be a word. @handles and links say nothing.</summary>
internal sealed class AlarmWords
{
    private readonly string _text;
    private readonly Spelling _spelling;
    private readonly StringBuilder _word = new();
    private readonly List<AlarmWord> _words = [];
    private int _start;
    private int _end;
    private bool _inHashtag;
    private bool _afterSmall;

    private AlarmWords(string text, Spelling spelling) => (_text, _spelling) = (text, spelling);

    public static List<AlarmWord> Read(string text, Spelling spelling)
    {
        var reader = new AlarmWords(text, spelling);
        for (var at = 0; at < text.Length;)
        {
            at = reader.ReadAt(at);
        }

        reader.EndWord();
        reader.JoinSpacedLetters();
        reader.JoinPairs();
        return reader._words;
    }

    private int ReadAt(int at)
    {
        Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out var length);
        if (Folding.IsIgnored(rune) || rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´')
        {
            return at + length;
        }

        switch (rune.Value)
        {
            case '#' or '＃':
                EndWord();
                _inHashtag = true;
                return at + length;
            case '@' when _word.Length == 0 || !NextIsLetter(at + 1):
                EndWord();
                return SkipWhile(at + 1, c => char.IsAsciiLetterOrDigit(c) || c == '_');
            case 'h' or 'H' when _word.Length == 0 && string.Compare(_text, at, "http", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 && _text.AsSpan(at, Math.Min(8, _text.Length - at)).IndexOf("://") is 4 or 5:
                return SkipWhile(at, c => !char.IsWhiteSpace(c));
            case '&' when string.CompareOrdinal(_text, at, "&amp;", 0, 5) == 0:
                EndWord();
                return at + 5;
            case '*' or '@' or '$' or '!' when _word.Length > 0 && NextIsLetter(at + 1):
                // Within a word these stand for the letter its author didn't want to write.
                Take((char)rune.Value, at, length);
                return at + length;
        }

        var capital = Rune.IsUpper(rune);
        if (_inHashtag && capital && _afterSmall)
        {
            EndWord();
            _inHashtag = true;
        }

        var before = _word.Length;
        if (Folding.TryAppend(rune, _word))
        {
            _start = before == 0 ? at : _start;
            _end = at + length;
            _afterSmall = !capital;
            return at + length;
        }

        if (_inHashtag && rune.Value == '_')
        {
            EndWord();
            _inHashtag = true;
            return at + length;
        }

        EndWord();
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
        {
            _words.Add(new AlarmWord(rune.ToString(), at, at + length));
        }

        return at + length;
    }

    private void Take(char sign, int at, int length)
    {
        _word.Append(sign);
        _end = at + length;
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            var word = _word.ToString();
            var pieces = _inHashtag ? _spelling.Split(word) : null;
            if (pieces is null)
            {
                _words.Add(new AlarmWord(_spelling.Mend(word), _start, _end));
            }
            else
            {
                // Where each piece stands no longer matters: the hashtag as a whole is what decided.
                _words.AddRange(pieces.Select(piece => new AlarmWord(piece, _start, _end)));
            }

            _word.Clear();
        }

        _inHashtag = false;
        _afterSmall = false;
    }

    /// <summary>"d i e" and "s.u.i.c.i.d.e" are words.</summary>
    private void JoinSpacedLetters()
    {
        var kept = 0;
        for (var from = 0; from < _words.Count; kept++)
        {
            var to = from;
            while (to < _words.Count && _words[to].Text is [>= 'a' and <= 'z'])
            {
                to++;
            }

            var isSpaced = to - from >= 3;
            _words[kept] = isSpaced
                ? new AlarmWord(_spelling.Mend(string.Concat(_words[from..to].Select(w => w.Text))), _words[from].Start, _words[to - 1].End)
                : _words[from];
            from = isSpaced ? to : from + 1;
        }

        _words.RemoveRange(kept, _words.Count - kept);
    }

    /// <summary>"No one" is "nobody": one way of saying it is enough for the phrases.</summary>
    private void JoinPairs()
    {
        var kept = 0;
        for (var at = 0; at < _words.Count; kept++)
        {
            var one = at + 1 < _words.Count ? _spelling.Pair(_words[at].Text, _words[at + 1].Text) : null;
            _words[kept] = one is null ? _words[at] : new AlarmWord(one, _words[at].Start, _words[at + 1].End);
            at += one is null ? 1 : 2;
        }

        _words.RemoveRange(kept, _words.Count - kept);
    }

    private bool NextIsLetter(int at) => at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] == '*');

    private int SkipWhile(int at, Func<char, bool> test)
    {
        while (at < _text.Length && test(_text[at]))
        {
            at++;
        }

        return at;
    }
}
