using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackBot.Teams.Questions;

/// <summary>A message as a person meant it: without mentions, markup and invisible characters, and split into words.</summary>
public sealed partial class Message
{
    /// <summary>No question is longer, and what isn't one needn't be read to its end.</summary>
    private const int MostCharacters = 1000;

    public Message(string? activityText)
    {
        Text = Clean(activityText ?? "");
        Words = [.. WordsOf(Text)];
    }

    public string Text { get; }

    public IReadOnlyList<Spoken> Words { get; }

    /// <summary>Some of the words in a row, just as they were typed.</summary>
    public string Typed(IReadOnlyList<Spoken> row)
    {
        var typed = row.Count == 0 ? "" : Text[row[0].Start..row[^1].End];

        // "Ward 7 (east)" ends with its bracket, though a bracket around a word is no part of it.
        return typed.Contains('(', StringComparison.Ordinal) && row[^1].End < Text.Length && Text[row[^1].End] == ')' ? typed + ')' : typed;
    }

    private static string Clean(string text)
    {
        // Teams puts the mention of the bot into the text, and a client's markup around it.
        var bare = Markup().Replace(Mention().Replace(text.Length > 4 * MostCharacters ? text[..(4 * MostCharacters)] : text, " "), " ");
        var clean = new StringBuilder();
        foreach (var c in WebUtility.HtmlDecode(bare))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                clean.Append(c is '’' or '‘' or 'ʼ' ? '\'' : c);
            }
        }

        return clean.ToString(0, Math.Min(clean.Length, MostCharacters)).Trim();
    }

    private static IEnumerable<Spoken> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var space = text.IndexOf(' ', at);
            var end = space < 0 ? text.Length : space;
            var (first, last) = (at, end);
            while (first < last && IsAround(text[first]))
            {
                first++;
            }

            while (last > first && IsAround(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                yield return new Spoken(text[first..last].Replace("'", "", StringComparison.Ordinal).ToLowerInvariant(), first, last);
            }

            at = end + 1;
        }
    }

    private static bool IsAround(char c) => !char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && c is not ('#' or '＃' or '&');

    [GeneratedRegex("<at\\b[^<>]*>[^<>]*</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
