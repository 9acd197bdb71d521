using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackBot.Summary.Digests;

namespace FeedbackBot.Teams.Questions;

/// <summary>Understands what follows "digest": days and times as people write them.</summary>
public static partial class DigestParser
{
    public const string Example = "Say for example \"digest Mon-Fri 8:30,17:00\", \"digest daily 7am\" or \"digest off\".";

    /// <summary>More would be a stream, and the summary is there at any time for the asking.</summary>
    private const int MostTimes = 6;

    private const int MostTokens = 100;

    /// <param name="words">What was said, with or without the word digest.</param>
    public static DigestOrder Parse(string words)
    {
        var tokens = Tokens(words);
        if (tokens.Count > MostTokens)
        {
            return new DigestOrder.Unclear($"That is too long for me. {Example}");
        }

        var said = new DigestWords();
        for (var at = 0; at < tokens.Count;)
        {
            var (read, fault) = said.Read(tokens, at);
            if (fault is not null)
            {
                return new DigestOrder.Unclear(fault);
            }

            at += read;
        }

        return said.Finish() is { } unclear ? new DigestOrder.Unclear(unclear) : Order(said);
    }

    private static DigestOrder Order(DigestWords said)
    {
        var hasSchedule = said.Days.Count > 0 || said.Times.Count > 0;
        if (said.IsOff)
        {
            return said.Times.Count == 0 && said.Days.Distinct().Count() is 0 or 7
                ? new DigestOrder.Off()
                : new DigestOrder.Unclear($"I can't tell whether you want a digest or none. {Example}");
        }

        if (!hasSchedule && !said.WantsOne)
        {
            return new DigestOrder.Show();
        }

        if (said.Times.Count == 0)
        {
            return new DigestOrder.Unclear($"At what time? {Example}");
        }

        if (said.Groups > 2)
        {
            return new DigestOrder.Unclear($"I keep one set of days and times for you, the same times on each of the days. {Example}");
        }

        if (said.Times.Distinct().Count() > MostTimes)
        {
            return new DigestOrder.Unclear($"I send a digest {MostTimes} times a day at most; \"summary\" shows you the day whenever you like.");
        }

        return new DigestOrder.Set(new DigestSchedule(said.Days.Count == 0 ? Enum.GetValues<DayOfWeek>() : said.Days, said.Times));
    }

    private static List<string> Tokens(string words)
    {
        var text = words.ToLower(CultureInfo.InvariantCulture)
            .Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
            .Replace("a.m", "am", StringComparison.Ordinal).Replace("p.m", "pm", StringComparison.Ordinal);
        return [.. Token().Matches(text).Select(m => m.Value is "–" or "—" or "‑" or "−" ? "-" : m.Value)];
    }

    [GeneratedRegex(@"\d+(?:[:.h]\d+)+|\d+|\p{L}+|[-–—‑−]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
