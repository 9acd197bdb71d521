using System.Globalization;
using System.Text;

namespace FeedbackBot.Cards;

/// <summary>Text that others wrote (posts, names, notes), made fit to stand among our own words.</summary>
public static class Foreign
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>
    /// The text for the middle of a sentence of ours: one line, no control characters, and with anything written from right to left
    /// kept from turning our words around.
    /// </summary>
    public static string Inline(string? text, int max = 80)
    {
        var line = Shorten(OneLine(text), max);
        return line.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{line}{PopDirectionalIsolate}" : line;
    }

    /// <summary>For <c>speak</c> and <c>fallbackText</c>, which some clients read as markup: letters, digits and plain marks only.</summary>
    public static string Spoken(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in OneLine(text).EnumerateRunes())
        {
            kept.Append(Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is ' ' or '.' or ',' or '-' or '\'' or '’' ? rune.ToString() : " ");
        }

        return Inline(kept.ToString().Trim());
    }

    /// <summary>One line without control characters and direction marks; half a surrogate pair becomes the replacement character.</summary>
    public static string OneLine(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!Rune.IsControl(rune) && !IsDirectionMark(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The lines of a post as written, blank ones too; nothing taken out but what JSON can't carry.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        Whole(text).ReplaceLineEndings("\n").Split('\n');

    /// <summary>At most <paramref name="max"/> characters and <paramref name="ending"/>, cut at a word and never inside what a reader sees as one character.</summary>
    public static string Shorten(string text, int max, string ending = "…")
    {
        if (text.Length <= max)
        {
            return text;
        }

        int cut = 0, word = 0;
        while (cut < text.Length)
        {
            var step = StringInfo.GetNextTextElementLength(text, cut);
            if (cut + step > max)
            {
                break;
            }

            if (char.IsWhiteSpace(text[cut]))
            {
                word = cut;
            }

            cut += step;
        }

        // A word of hundreds of letters is no word: better cut inside it than lose most of the text.
        return text[..(word > max * 3 / 4 ? word : cut)].TrimEnd() + ending;
    }

    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsDirectionMark(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
