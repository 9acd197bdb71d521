using System.Text;

namespace FeedbackBot.Posts.X;

/// <summary>
/// A text as its author typed it, and where the offsets that X gives stand in it. X escapes three characters as HTML does, and counts Unicode
/// code points: of the escaped text in what its documents show, of the typed one in some of its answers. So whoever asks for a place says
/// what must stand there.
/// </summary>
internal sealed class XText
{
    private static readonly (string Escaped, char Typed)[] Escapes = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')];

    private readonly string _escaped;
    private int[]? _ofEscaped;
    private int[]? _ofTyped;

    public XText(string escaped)
    {
        _escaped = escaped;
        Text = escaped.Contains('&', StringComparison.Ordinal) ? Unescaped(escaped) : escaped;
    }

    public string Text { get; }

    /// <summary>Where the code points from <paramref name="start"/> to <paramref name="end"/> stand in <see cref="Text"/>, if that is what must stand there.</summary>
    /// <returns>Null where it isn't.</returns>
    public (int Start, int Length)? Find(long start, long end, Func<ReadOnlyMemory<char>, bool> isIt) =>
        Slice(_ofEscaped ??= Starts(_escaped, isEscaped: true), start, end, isIt) ?? Slice(_ofTyped ??= Starts(Text, isEscaped: false), start, end, isIt);

    private (int Start, int Length)? Slice(int[] starts, long start, long end, Func<ReadOnlyMemory<char>, bool> isIt)
    {
        if (start < 0 || end <= start || end >= starts.Length)
        {
            return null;
        }

        var (from, length) = (starts[start], starts[end] - starts[start]);
        return length > 0 && isIt(Text.AsMemory(from, length)) ? (from, length) : null;
    }

    /// <summary>For each code point where it begins in the typed text, and at last where that ends.</summary>
    private static int[] Starts(string text, bool isEscaped)
    {
        var starts = new List<int>(text.Length + 1);
        var typed = 0;
        for (var at = 0; at < text.Length;)
        {
            if (isEscaped && EscapeAt(text, at) is { } escape)
            {
                starts.AddRange(Enumerable.Repeat(typed, escape.Escaped.Length));
                at += escape.Escaped.Length;
                typed++;
                continue;
            }

            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            starts.Add(typed);
            at += length;
            typed += length;
        }

        starts.Add(typed);
        return [.. starts];
    }

    private static string Unescaped(string text)
    {
        var typed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var escape = EscapeAt(text, at);
            typed.Append(escape?.Typed ?? text[at]);
            at += escape?.Escaped.Length ?? 1;
        }

        return typed.ToString();
    }

    private static (string Escaped, char Typed)? EscapeAt(string text, int at)
    {
        foreach (var escape in text[at] == '&' ? Escapes : [])
        {
            if (string.CompareOrdinal(text, at, escape.Escaped, 0, escape.Escaped.Length) == 0)
            {
                return escape;
            }
        }

        return null;
    }
}
