using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds whole dates in any of the ways in which people write them; what happened on them is for others to say.</summary>
internal static partial class WrittenDates
{
    private const string Month = @"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Day = @"[0-3]?[0-9](?:st|nd|rd|th)?";
    private const string DayInWords = @"(?:(?:twenty|thirty)[ -])?(?:first|second|third|[a-z]{3,9}th)";
    private const string Year = @"(?:(?:'?[0-9]{4}|'?[0-9]{2})(?![0-9])|" + SpelledNumber.Pattern + ")";
    private const string Separator = @"[ ]{0,2}[./\\,*_|:-][ ]{0,2}|[ ]{1,2}";

    /// <summary>3/4/1956, 1956-04-03; the same sign stands twice.</summary>
    private const string InFigures =
        "[0-3]?[0-9](?<sign>" + Separator + @")[01]?[0-9]\k<sign>(?:[0-9]{4}|'?[0-9]{2})(?![0-9])" +
        "|[12][0-9]{3}(?<sign>" + Separator + @")[01]?[0-9]\k<sign>[0-3]?[0-9](?![0-9])";

    private const string MonthAndYear = "[ .,/-]{0,3}(?:day of |of )?(?:the )?" + Month + "[ .,'/-]{0,3}(?:in )?" + Year;

    /// <summary>03041956, 19560403.</summary>
    private const string Glued = "(?:[0-3][0-9][01][0-9](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])";

    /// <summary>030456, 3.IV.1956, 3rd of the 4th 1956, 3 Aprl 1956, 3 avril 1956, 1956年4月3日.</summary>
    private const string Called =
        "[0-3][0-9][01][0-9]{3}(?![0-9])" +
        "|[0-3]?[0-9][ ./-]{1,2}[ivx]{1,4}[ ./-]{1,2}" + Year +
        "|" + Day + " (?:of )?(?:the )?(?:" + Day + "|" + DayInWords + ")[ ,]{1,2}" + Year +
        @"|[0-3]?[0-9](?:st|nd|rd|th)?\.?[ -]{1,2}(?:de |di |d'|ta' |of )?\p{L}{3,14}\.?[ ,-]{1,2}(?:de |del |of )?(?:19|20)[0-9]{2}(?![0-9])" +
        @"|(?:19|20)[0-9]{2}[年년][ ]?[0-9]{1,2}[月월][ ]?[0-9]{1,2}[日일]?";

    private const string Feast = "(?:christmas (?:day|eve)|boxing day|new year'?s (?:day|eve)|valentine'?s day|hallowe'?en|bonfire night|st (?:david|patrick|george|andrew)'?s day)";

    /// <summary>In their order of kinds; none of days on which nobody was born who is still alive.</summary>
    public static IEnumerable<WrittenDate> In(string plain) =>
        FromFigures().Matches(plain).Concat(Months().IsMatch(plain) ? FromWords().Matches(plain) : []).Concat(Feasts().Matches(plain)).Where(match => !History().IsMatch(match.ValueSpan)).Select(match => new WrittenDate(
            match.Index,
            match.Index + match.Length,
            match.Groups["called"].Success ? DateForm.Called : match.Groups["glued"].Success ? DateForm.Glued : DateForm.Plain,
            LongAgo().IsMatch(match.ValueSpan)));

    /// <summary>3/4/1956, 3rd of April 1956.</summary>
    [GeneratedRegex("(?<![0-9])(?:" + InFigures + "|" + Day + MonthAndYear + "|(?<glued>" + Glued + ")|(?<called>" + Called + "))")]
    private static partial Regex FromFigures();

    /// <summary>Third of April nineteen fifty-six, April 3, 1956.</summary>
    [GeneratedRegex("(?<![a-z])(?:" + DayInWords + MonthAndYear + "|" + Month + "[ .,/-]{0,3}(?:the )?(?:" + Day + "|" + DayInWords + ")[ .,/-]{1,3}" + Year + ")")]
    private static partial Regex FromWords();

    /// <summary>Boxing Day 1940.</summary>
    [GeneratedRegex("(?<![a-z])" + Feast + "[ ,]{1,2}(?:in )?" + Year)]
    private static partial Regex Feasts();

    [GeneratedRegex("(?<![0-9])1[0-8][0-9]{2}(?![0-9])")]
    private static partial Regex History();

    [GeneratedRegex(Month)]
    private static partial Regex Months();

    /// <summary>Of this century's years only the first ten: later ones are as likely of a letter or a visit.</summary>
    [GeneratedRegex(@"(?<![0-9])(?:19[0-9]{2}|200[0-9])(?![0-9])|[^0-9'][3-9][0-9]$|'[3-9][0-9]|nineteen")]
    private static partial Regex LongAgo();
}
