using System.Globalization;
using System.Text;

namespace FeedbackBot.Triage;

/// <summary>What a character counts as when words are compared: case, accents, styled letters and foreign digits don't matter.</summary>
public static class Folding
{
    /// <summary>Letters that Unicode doesn't decompose though people type them without their stroke.</summary>
    private static readonly Dictionary<int, string> Undecomposed = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ς'] = "σ",
    };

    /// <summary>Accents, joiners and direction marks: they neither count nor end a word.</summary>
    public static bool IsIgnored(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>Appends the letters or digits that the character counts as; false when it is no part of a word.</summary>
    public static bool TryAppend(Rune rune, StringBuilder to)
    {
        if (rune.IsAscii)
        {
            var ascii = char.ToLowerInvariant((char)rune.Value);
            if (!char.IsAsciiLetterOrDigit(ascii))
            {
                return false;
            }

            to.Append(ascii);
            return true;
        }

        // The category is asked first because Normalize throws for characters that Unicode never assigns.
        var category = Rune.GetUnicodeCategory(rune);
        if (!Rune.IsLetterOrDigit(rune) && category is not (UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.SpacingCombiningMark))
        {
            return false;
        }

        var before = to.Length;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            AppendPart(Rune.ToLowerInvariant(part), to);
        }

        return to.Length > before;
    }

    /// <summary>A hashtag without its mark, ready to compare.</summary>
    public static string Hashtag(string bare)
    {
        var folded = new StringBuilder(bare.Length);
        foreach (var rune in bare.EnumerateRunes())
        {
            if (rune.Value == '_')
            {
                folded.Append('_');
            }
            else
            {
                TryAppend(rune, folded);
            }
        }

        return folded.ToString();
    }

    private static void AppendPart(Rune part, StringBuilder to)
    {
        if (Undecomposed.TryGetValue(part.Value, out var letters))
        {
            to.Append(letters);
        }
        else if (Rune.GetUnicodeCategory(part) == UnicodeCategory.DecimalDigitNumber)
        {
            to.Append((int)Rune.GetNumericValue(part));
        }
        else if (Rune.IsLetter(part) || Rune.GetUnicodeCategory(part) == UnicodeCategory.SpacingCombiningMark)
        {
            to.Append(part.ToString());
        }
    }
}
