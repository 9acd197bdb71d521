using System.Globalization;
using System.Text;

namespace FeedbackBot.Triage.Learnt;

/// <summary>
/// A post as the tone reader sees it: words folded to small letters without accents and apostrophes, numbers as one word, emoji, and the marks where clauses
/// end. Handles, links and hashtags aren't words, but a hashtag of one plain word at the end of a thought ("#disgusting") may be one.
/// </summary>
public sealed class TokenText
{
    private readonly string _text;
    private readonly StringBuilder _folded;
    private readonly List<Token> _tokens;
    private int _at;

    public TokenText(string text)
    {
        _text = text;
        _folded = new StringBuilder(text.Length + 8);
        _tokens = new List<Token>((text.Length / 5) + 4);
        while (_at < text.Length)
        {
            Read();
        }

        Folded = _folded.ToString();
    }

    /// <summary>As it was written.</summary>
    public string Text => _text;

    public List<Token> Tokens => _tokens;

    /// <summary>All words, folded, one after another.</summary>
    public string Folded { get; }

    public ReadOnlySpan<char> Word(Token token) => Folded.AsSpan(token.FoldedStart, token.FoldedLength);

    private void Read()
    {
        var c = _text[_at];
        switch (c)
        {
            case '#' or '＃':
                ReadHashtag();
                return;
            case '@' or '＠':
                _at = AfterName(_at + 1);
                return;
            case '&' when StartsWith("&lt;") || StartsWith("&gt;"):
                _at += 4;
                return;
            case '.' or '…' or '\n' or '\r' or '。':
                Mark(TokenKind.Stop, 1);
                return;
            case '!' or '！':
                Mark(TokenKind.Shout, 1);
                return;
            case '?' or '？':
                Mark(TokenKind.Question, 1);
                return;
            case ':' or ';' when FaceLength() is > 0 and var length:
                ReadFace(length);
                return;
            case ',' or ';' or ':' or '(' or ')' or '-' or '–' or '—' or '/' or '+':
                Mark(TokenKind.Pause, 1);
                return;
        }

        if (c is 'h' or 'H' or 'w' or 'W' && (StartsWith("http://") || StartsWith("https://") || StartsWith("www.")))
        {
            while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }

            return;
        }

        ReadWordOrEmoji();
    }

    private void ReadWordOrEmoji()
    {
        var (start, from, hasLower, capitals) = (_at, _folded.Length, false, 0);
        while (_at < _text.Length)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(_at), out var rune, out var length);
            if (IsInside(rune, start))
            {
                _at += length;
                continue;
            }

            if (rune.Value == '&' && _at > start)
            {
                // "A&E" is one word; X writes it "A&amp;E".
                var and = StartsWith("&amp;") ? 5 : 1;
                if (_at + and < _text.Length && char.IsAsciiLetter(_text[_at + and]) && _at - start == 1)
                {
                    _at += and;
                    continue;
                }

                break;
            }

            if (!Folding.TryAppend(rune, _folded))
            {
                break;
            }

            hasLower |= Rune.IsLower(rune);
            capitals += Rune.IsUpper(rune) ? 1 : 0;
            _at += length;
        }

        if (_folded.Length == from)
        {
            ReadSymbol();
            return;
        }

        EndWord(start, from, !hasLower && capitals >= 3);
    }

    /// <summary>Apostrophes and accents neither count nor end a word.</summary>
    private bool IsInside(Rune rune, int start) =>
        (_at > start && rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´') || (Folding.IsIgnored(rune) && _at > start);

    private void EndWord(int start, int from, bool isLoud)
    {
        if (char.IsAsciiDigit(_folded[from]))
        {
            // "3 hours" and "6 hours" say the same here.
            _folded.Length = from;
            _folded.Append('0');
        }
        else
        {
            Shorten(from);
        }

        Add(TokenKind.Word, start, from, isLoud);
    }

    /// <summary>"Sooooo" is "soo".</summary>
    private void Shorten(int from)
    {
        var to = from;
        for (var i = from; i < _folded.Length; i++)
        {
            if (i - from < 2 || _folded[i] != _folded[to - 1] || _folded[i] != _folded[to - 2] || to - from < 2)
            {
                _folded[to++] = _folded[i];
            }
        }

        _folded.Length = to;
    }

    private void ReadSymbol()
    {
        Rune.DecodeFromUtf16(_text.AsSpan(_at), out var rune, out var length);
        var start = _at;
        _at += length;
        if (rune.IsAscii || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol) || IsSkinTone(rune))
        {
            return;
        }

        var from = _folded.Length;
        _folded.Append(rune.ToString());
        Add(TokenKind.Emoji, start, from);
    }

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private void ReadHashtag()
    {
        var start = _at;
        var end = AfterName(_at + 1);
        var bare = _text.AsSpan(start + 1, end - start - 1);

        // A place's hashtag has capitals or digits inside; "#disgusting" is said by the author.
        if (bare.Length > 0 && !bare[1..].ContainsAnyExceptInRange('a', 'z') && char.IsAsciiLetter(bare[0]))
        {
            Mark(TokenKind.Pause, 0);
            var from = _folded.Length;
            foreach (var c in bare)
            {
                _folded.Append(char.ToLowerInvariant(c));
            }

            _at = end;
            Add(TokenKind.Word, start, from);
        }

        _at = end;
    }

    private int AfterName(int at)
    {
        while (at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    /// <summary>How long the typed face is that begins here; 0 where none does.</summary>
    private int FaceLength()
    {
        var nose = _at + 1 < _text.Length && _text[_at + 1] == '-' ? 1 : 0;
        var mouth = _at + 1 + nose;
        return mouth < _text.Length && _text[mouth] is ')' or '(' or 'D' or '/' or 'P' && !BeginsWord(mouth) ? 2 + nose : 0;
    }

    /// <summary>"Food:Disgusting" smiles at nobody.</summary>
    private bool BeginsWord(int at) => char.IsLetter(_text[at]) && at + 1 < _text.Length && char.IsLetterOrDigit(_text[at + 1]);

    private void ReadFace(int length)
    {
        var start = _at;
        var from = _folded.Length;
        _folded.Append(_text[start + length - 1] is ')' or 'D' or 'P' ? "🙂" : "🙁");
        _at += length;
        Add(TokenKind.Emoji, start, from);
    }

    private void Mark(TokenKind kind, int length)
    {
        if (_tokens.Count > 0 && (_tokens[^1].Kind != kind || kind == TokenKind.Shout))
        {
            _tokens.Add(new Token(kind, 0, _at, length, _folded.Length, 0, false));
        }

        _at += length;
    }

    private void Add(TokenKind kind, int start, int from, bool isLoud = false)
    {
        var hash = Hashed(from);
        _tokens.Add(new Token(kind, hash, start, _at - start, from, _folded.Length - from, isLoud));
    }

    private uint Hashed(int from)
    {
        Span<char> word = stackalloc char[Math.Min(_folded.Length - from, 64)];
        _folded.CopyTo(from, word, word.Length);
        return FeatureHash.Of(word);
    }

    private bool StartsWith(string what) => string.Compare(_text, _at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
