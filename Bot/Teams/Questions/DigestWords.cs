using FeedbackBot.Triage;

namespace FeedbackBot.Teams.Questions;

/// <summary>Collects days and times from words about a digest, from left to right.</summary>
internal sealed class DigestWords
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly HashSet<string> Small = Set(
        "digest digests my the a an me please pls thanks thank you ta at on every each and for of in it is be to from get want would like i id can could send set give have "
        + "change make put with also then again only just sharp about around oclock hrs hours h time times hi hello cheers all during "
        + "turn switch sending getting any more anymore longer");

    private static readonly HashSet<string> Offs = Set("off stop none no never cancel end disable unsubscribe remove delete dont");

    private static readonly HashSet<string> Asks = Set("when what whats which show status now set");

    private static readonly HashSet<string> Till = Set("- to till til until through thru");

    private readonly DigestHalves _halves = new();

    private bool _lastWasDay;
    private bool _isEveryWeek;

    public List<DayOfWeek> Days { get; } = [];

    /// <summary>Known when all is read.</summary>
    public IReadOnlyList<TimeOnly> Times { get; private set; } = [];

    /// <summary>How often it went from days to times or back, begun with the first.</summary>
    public int Groups { get; private set; }

    public bool IsOff { get; private set; }

    /// <summary>"Every morning", "on": they want one and didn't say when.</summary>
    public bool WantsOne { get; private set; }

    /// <returns>How many tokens were understood, or a sentence about the one that wasn't.</returns>
    public (int Read, string? Fault) Read(IReadOnlyList<string> tokens, int at)
    {
        var word = tokens[at];
        if (Offs.Contains(word))
        {
            IsOff = true;
            return (1, null);
        }

        // "Every week on Monday" names no other day; "every week at 9" means the days on which one works.
        if (word == "week" && (at == 0 || tokens[at - 1] != "the") && !IsDay(tokens, at + 1))
        {
            _isEveryWeek = true;
            return (1, null);
        }

        if (DaysOf(word) is { } days)
        {
            return ReadDays(tokens, at, days);
        }

        if (IsHowOften(tokens, at))
        {
            return (0, $"I send a digest at times of the day, so please name each of them. {DigestParser.Example}");
        }

        // "Send me one every day"
        if (word == "one" && at > 0 && tokens[at - 1] is "me" or "send" or "want" or "get" or "have")
        {
            return (1, null);
        }

        if (DigestTime.Read(tokens, at) is { } time)
        {
            return ReadTime(tokens, at, time);
        }

        if (word.Length > 1 && DigestTime.Half(word) is { } isPm)
        {
            WantsOne = true;
            _halves.Name(isPm);
            return (1, null);
        }

        WantsOne |= word is "on" && tokens.Count == (tokens[0] == "digest" ? 2 : 1);
        return Small.Contains(word) || Asks.Contains(word) || word == "-" || Typo.Means(word, "digest")
            ? (1, null)
            : (0, $"I don't know what \"{word}\" means for a digest. {DigestParser.Example}");
    }

    /// <summary>Settles what only the whole tells.</summary>
    /// <returns>A sentence where it doesn't.</returns>
    public string? Finish()
    {
        if (_isEveryWeek && Days.Count == 0)
        {
            Days.AddRange(Workdays);
        }

        (Times, var fault) = _halves.Settle();
        return fault;
    }

    /// <summary>"6 times a day", "every 8 hours": no time of the day.</summary>
    private static bool IsHowOften(IReadOnlyList<string> tokens, int at) =>
        at + 1 < tokens.Count && NumberWords.InDigits(tokens[at]).All(char.IsAsciiDigit)
        && (tokens[at + 1] is "time" or "times" || (at > 0 && tokens[at - 1] == "every" && tokens[at + 1] is "hour" or "hours" or "hrs" or "h"));

    /// <summary>The days a word means; null for a word that means none.</summary>
    private static DayOfWeek[]? DaysOf(string word)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = day.ToString().ToLowerInvariant();
            if ((word.Length >= 3 && name.StartsWith(word, StringComparison.Ordinal)) || Typo.Means(word, name) || Typo.Means(word, name + "s") || word == name[..3] + "s")
            {
                return [day];
            }
        }

        return word switch
        {
            "day" or "days" or "daily" or "everyday" or "always" => Enum.GetValues<DayOfWeek>(),
            "week" or "working" or "workday" or "workdays" => Workdays,
            _ when Typo.Means(word, "daily") || Typo.Means(word, "everyday") => Enum.GetValues<DayOfWeek>(),
            _ when Typo.Means(word, "weekday") || Typo.Means(word, "weekdays") => Workdays,
            _ when Typo.Means(word, "weekend") || Typo.Means(word, "weekends") => [DayOfWeek.Saturday, DayOfWeek.Sunday],
            _ => null,
        };
    }

    private (int Read, string? Fault) ReadDays(IReadOnlyList<string> tokens, int at, DayOfWeek[] days)
    {
        Enter(isDay: true);
        if (tokens[at] is "working" or "week" && IsDay(tokens, at + 1))
        {
            Days.AddRange(days);
            return (2, null);
        }

        if (days.Length == 1 && at + 2 < tokens.Count && Till.Contains(tokens[at + 1]) && DaysOf(tokens[at + 2]) is [var last])
        {
            for (var day = days[0]; day != last; day = (DayOfWeek)(((int)day + 1) % 7))
            {
                Days.Add(day);
            }

            Days.Add(last);
            return (3, null);
        }

        Days.AddRange(days);
        return (1, null);
    }

    private (int Read, string? Fault) ReadTime(IReadOnlyList<string> tokens, int at, DigestTime time)
    {
        Enter(isDay: false);
        var said = string.Join(' ', tokens.Skip(at).Take(time.Tokens));
        if (time.At is not { } clock)
        {
            return (0, $"\"{said}\" is no time of day. {DigestParser.Example}");
        }

        if (at + time.Tokens + 1 < tokens.Count && Till.Contains(tokens[at + time.Tokens]) && DigestTime.Read(tokens, at + time.Tokens + 1) is not null)
        {
            return (0, $"I send a digest at set times, not from one time to another. Put a comma between them. {DigestParser.Example}");
        }

        _halves.Add(clock, time.SaysHalf);
        return (time.Tokens, null);
    }

    /// <summary>"Working days", "week days".</summary>
    private static bool IsDay(IReadOnlyList<string> tokens, int at) => at < tokens.Count && tokens[at] is "day" or "days";

    private void Enter(bool isDay)
    {
        Groups += Groups == 0 || isDay != _lastWasDay ? 1 : 0;
        _lastWasDay = isDay;
    }

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
