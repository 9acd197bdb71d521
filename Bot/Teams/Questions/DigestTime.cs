using System.Globalization;
using FeedbackBot.Triage;

namespace FeedbackBot.Teams.Questions;

/// <summary>A time of day as people write it: 8:30, 8.30pm, 0830, 7am, noon, half past eight, 6 in the evening.</summary>
/// <param name="Tokens">How many words and figures it is made of.</param>
/// <param name="At">Null where it looks like a time and is none, such as 25:00.</param>
/// <param name="SaysHalf">False for "8:30" and "half past five": nothing but the hour says which half of the day it is in, as "am" or a leading zero would.</param>
internal sealed record DigestTime(int Tokens, TimeOnly? At, bool SaysHalf = true)
{
    private static readonly string[] AfterHour = ["oclock", "h", "hrs", "hours", "in", "the", "at"];

    /// <returns>Null where no time begins here.</returns>
    public static DigestTime? Read(IReadOnlyList<string> tokens, int at)
    {
        switch (tokens[at])
        {
            case "noon" or "midday":
                return new DigestTime(1, new TimeOnly(12, 0));
            case "midnight":
                return new DigestTime(1, TimeOnly.MinValue);
            case "half" or "quarter" when at + 2 < tokens.Count && tokens[at + 1] is "past" or "to" && Figure(tokens[at + 2]) is { } hour:
                return Relative(tokens, at, 3, hour);
            case "half" when at + 1 < tokens.Count && Figure(tokens[at + 1]) is { } spoken:
                return Relative(tokens, at, 2, spoken);
        }

        var parts = tokens[at].Split(':', '.', 'h');
        if (parts.Length > 1 && char.IsAsciiDigit(tokens[at][0]))
        {
            return WithHalf(tokens, at, 1, Number(parts[0]), parts is [_, { Length: 2 } minutes] ? Number(minutes) : null);
        }

        if (tokens[at].All(char.IsAsciiDigit) && tokens[at].Length is 3 or 4)
        {
            return WithHalf(tokens, at, 1, Number(tokens[at][..^2]), Number(tokens[at][^2..]));
        }

        if (tokens[at].Length > 4 && tokens[at].All(char.IsAsciiDigit))
        {
            return new DigestTime(1, null);
        }

        if (Figure(tokens[at]) is not { } bare)
        {
            return null;
        }

        // "Eight thirty"
        return !char.IsAsciiDigit(tokens[at][0]) && at + 1 < tokens.Count && !char.IsAsciiDigit(tokens[at + 1][0]) && Figure(tokens[at + 1]) is { } past and >= 10
            ? WithHalf(tokens, at, 2, bare, past)
            : WithHalf(tokens, at, 1, bare, 0);
    }

    private static DigestTime Relative(IReadOnlyList<string> tokens, int at, int count, int hour)
    {
        var minutes = tokens[at] == "half" ? 30 : 15;
        var read = WithHalf(tokens, at, count, hour, 0);
        return read with { At = read.At?.AddMinutes(tokens[at + 1] == "to" ? -minutes : minutes) };
    }

    /// <summary>Reads on: "am", "pm", "o'clock", "in the evening".</summary>
    private static DigestTime WithHalf(IReadOnlyList<string> tokens, int at, int count, int? hour, int? minute)
    {
        var next = at + count;
        while (next < tokens.Count && AfterHour.Contains(tokens[next]))
        {
            next++;
        }

        var half = next < tokens.Count ? Half(tokens[next]) : null;
        if (half is null)
        {
            // "8 at", "8 in": those words belong to what comes next, or to nothing.
            return new DigestTime(count, Clock(hour, minute), SaysHalf: tokens[at][0] == '0');
        }

        var isPm = half.Value;
        var turned = hour switch
        {
            12 => isPm ? 12 : 0,
            < 12 when isPm => hour + 12,
            _ => hour,
        };
        return new DigestTime(next + 1 - at, !isPm && hour > 12 ? null : Clock(turned, minute));
    }

    /// <summary>False for the first half of the day, true for the second, null for a word that says neither.</summary>
    public static bool? Half(string word) => word switch
    {
        "am" or "a" or "morning" or "mornings" => false,
        "pm" or "p" or "afternoon" or "afternoons" or "evening" or "evenings" or "night" or "nights" => true,
        _ => null,
    };

    private static TimeOnly? Clock(int? hour, int? minute) =>
        hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour.Value, minute.Value) : null;

    /// <summary>"8", "eight": null for anything else, and for a zero in letters, which is nobody's hour.</summary>
    private static int? Figure(string word) => Number(NumberWords.InDigits(word));

    private static int? Number(string figures) =>
        int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
