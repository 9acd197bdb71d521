using System.Text;

namespace FeedbackBot.Triage;

/// <summary>Reads a text once, from left to right, into its words and hashtags. Any text will do, broken Unicode included.</summary>
public sealed class WordReader
{
    private readonly string _text;
    private readonly StringBuilder _word = new();
    private readonly List<Word> _words = [];
    private readonly List<HashtagAt> _hashtags = [];
    private int _wordStart;
    private int _apostropheAt = -1;
    private WordGap? _gap;

    public WordReader(string text)
    {
        _text = text;
        for (var at = 0; at < text.Length;)
        {
            at = ReadAt(at);
        }

        EndWord();
    }

    public IReadOnlyList<Word> Words => _words;

    public IReadOnlyList<HashtagAt> Hashtags => _hashtags;

    private int ReadAt(int at)
    {
        Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out var length);
        switch (rune.Value)
        {
            case '#' or '＃':
                return ReadHashtag(at, at + length);
            case '@' or '＠':
                return ReadHandle(at + length);
            case '&':
                return ReadAnd(at);
            case 'h' or 'H' when _word.Length == 0 && IsLink(at):
                Separate(WordGap.Break);
                return SkipWhile(at, c => !char.IsWhiteSpace(c));
            case '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇':
                _apostropheAt = _word.Length;
                return at + length;
            case '-' or '‐' or '‑' or '‒' or '–' or '−':
                Separate(_gap is null && _word.Length > 0 ? WordGap.Hyphen : WordGap.Space);
                return at + length;
            case '!' or '?' or '…' or '。' or '！' or '？':
                Separate(WordGap.Break);
                return at + length;
            case '.':
                Separate(EndsSentence(at + length) ? WordGap.Break : WordGap.Space);
                return at + length;
        }

        if (Folding.IsIgnored(rune))
        {
            return at + length;
        }

        var first = _word.Length == 0;
        if (!Folding.TryAppend(rune, _word))
        {
            Separate(WordGap.Space);
        }
        else if (first)
        {
            BeginWord(at);
        }

        return at + length;
    }

    private void BeginWord(int at)
    {
        if (_words.Count > 0)
        {
            _words[^1] = _words[^1] with { Next = _gap ?? WordGap.Space };
        }

        _gap = null;
        _apostropheAt = -1;
        _wordStart = at;
    }

    private void EndWord()
    {
        if (_word.Length == 0)
        {
            return;
        }

        var text = _word.ToString();
        var isPossessive = _apostropheAt > 0 && _apostropheAt == text.Length - 1 && text[^1] == 's';
        _words.Add(new Word(text, isPossessive ? text[..^1] : null, _wordStart, WordGap.Break));
        _word.Clear();
    }

    private void Separate(WordGap gap)
    {
        EndWord();
        _gap = _gap switch
        {
            null => gap,
            WordGap.Break => WordGap.Break,
            _ => gap == WordGap.Break ? WordGap.Break : WordGap.Space,
        };
    }

    private int ReadHashtag(int at, int from)
    {
        var tag = new StringBuilder();
        var end = from;
        while (end < _text.Length)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(end), out var rune, out var length);
            if (rune.Value is '_')
            {
                tag.Append('_');
            }
            else if (!Folding.IsIgnored(rune) && (rune.Value is 'ʼ' || !Folding.TryAppend(rune, tag)))
            {
                break;
            }

            end += length;
        }

        var folded = tag.ToString();
        if (folded.All(char.IsAsciiDigit))
        {
            // "#7" is no hashtag: "Ward #7" says ward 7.
            Separate(WordGap.Space);
            return from;
        }

        Separate(WordGap.Break);
        _hashtags.Add(new HashtagAt(folded, at));
        return end;
    }

    private int ReadHandle(int from)
    {
        var end = SkipWhile(from, c => char.IsAsciiLetterOrDigit(c) || c == '_');
        Separate(end > from ? WordGap.Break : WordGap.Space);
        return end;
    }

    /// <summary>"A&amp;E" is "A and E"; X escapes the ampersand and the angle brackets.</summary>
    private int ReadAnd(int at)
    {
        Separate(WordGap.Space);
        if (StartsAt(at, "&lt;") || StartsAt(at, "&gt;"))
        {
            return at + 4;
        }

        BeginWord(at);
        _word.Append("and");
        Separate(WordGap.Space);
        return at + (StartsAt(at, "&amp;") ? 5 : 1);
    }

    private bool IsLink(int at) => StartsAt(at, "http://") || StartsAt(at, "https://");

    private bool StartsAt(int at, string what) => string.Compare(_text, at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>"I love this ward. 7 nurses came" has no ward 7, but "St. Mary's" is one place.</summary>
    private bool EndsSentence(int after) =>
        (after >= _text.Length || char.IsWhiteSpace(_text[after])) && (_word.Length > 3 || (_word.Length > 0 && char.IsAsciiDigit(_word[^1])));

    private int SkipWhile(int at, Func<char, bool> test)
    {
        while (at < _text.Length && test(_text[at]))
        {
            at++;
        }

        return at;
    }
}
