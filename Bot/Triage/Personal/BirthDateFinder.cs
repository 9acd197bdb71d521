using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds dates of birth: a whole date that the words beside it call one, or that stands right behind a name. Other dates are when something happened.</summary>
internal static partial class BirthDateFinder
{
    private const int Reach = 100;
    private const int ReachAfter = 40;
    private const string Relative = "mum|mam|dad|nan|nana|gran|grandad|mother|father|husband|wife|son|daughter|brother|sister";

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (var date in WrittenDates.In(text.Text))
        {
            var (before, after) = (text.Before(date.Start, Reach), text.After(date.End, ReachAfter));
            if (IsNamed(date, before, after) || (date.Form != DateForm.Called && IsBorn(before)) || (date.Form == DateForm.Plain && IsImplied(text, date, before, after)))
            {
                findings.Add(text.Finding(PersonalKind.BirthDate, date.Start, date.End));
            }
        }
    }

    /// <summary>"Date of birth on my letter": what happened on a day long ago, and is called a date of birth, is one.</summary>
    private static bool IsNamed(WrittenDate date, string before, string after) =>
        (date.IsLongAgo ? Named().IsMatch(before) : Says(Named(), before)) || ForeignWords.OfBirth(before[Math.Max(0, before.Length - ReachAfter)..]) || ForeignWords.OfBirth(after[..Math.Min(after.Length, ReachAfter / 2)]);

    private static bool IsBorn(string before) =>
        Born().Match(before) is { Success: true } born && !Events().IsMatch(born.Groups["between"].ValueSpan) && !Institutions().IsMatch(before[..born.Index]);

    private static bool IsImplied(PlainText text, WrittenDate date, string before, string after) =>
        Says(Birthdays(), before) || Turning().IsMatch(before) || NamedAfter().IsMatch(after) || IsBornAfter(date, before, after) || (date.IsLongAgo && IsNearBirthday(before, after)) || (date.IsLongAgo && (Says(Titled(), before) || FollowsName(text, date, before)));

    /// <summary>"3 April 1956 is when I was born". A birthday of late is a day of somebody's stay, and what stands behind a comma may be of another day.</summary>
    private static bool IsBornAfter(WrittenDate date, string before, string after) =>
        BornAfter().Match(after) is { Success: true } born && born.Groups["between"].ValueSpan is var between
        && (date.IsLongAgo || !(born.Groups["day"].Success || between.Contains(',')))
        && !Events().IsMatch(between) && !Institutions().IsMatch(between) && !Institutions().IsMatch(before);

    /// <summary>"The wrong birthday on it! It says 3/4/1956", "down as 3/4/56. Please mend her birth date".</summary>
    private static bool IsNearBirthday(string before, string after) => Says(NearBefore(), before) || Says(NearAfter(), after);

    private static bool Says(Regex words, string before) =>
        words.Match(before) is { Success: true } said && !Events().IsMatch(said.Groups["between"].ValueSpan);

    /// <summary>As lists, letters and wristbands have it: "Jean Okafor 03/04/1956"; "my nan Doris 04/07/1931".</summary>
    private static bool FollowsName(PlainText text, WrittenDate date, string before)
    {
        var offset = date.Start - before.Length;
        return Name().Match(before) is { Success: true } name
            && (text.IsCapital(offset + name.Groups["first"].Index) || Relatives().IsMatch(name.Groups["first"].ValueSpan)) && text.IsCapital(offset + name.Groups["last"].Index)
            && !NoName().IsMatch(name.ValueSpan) && !Events().IsMatch(name.ValueSpan);
    }

    [GeneratedRegex(@"(?<![a-z])(?:d[. /_-]{0,2}[o0][. /_-]{0,2}b(?![a-z])|dobs|d of b|date[ _-]{0,2}(?:of|o)[ _-]{0,2}birth|birth[ _-]{0,2}date|d[./]b\b)(?<between>[^0-9]{0,40})$")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![a-z])(?:born|nee\b|b\.|(?:son|daughter|baby|boy|girl|twins?|grandson|granddaughter|grandchild)(?: \w{1,15}){0,2} (?:arrived|made (?:his|her|their) (?:entrance|appearance|debut)|came into the world))(?<between>(?:[^0-9.!?]|(?<=\b(?:st|b))\.){0,70})$")]
    private static partial Regex Born();

    /// <summary>A birthday is also a day for cake: only the date right behind it is one of birth.</summary>
    [GeneratedRegex(@"(?<![a-z])(?:birthday|b'?-?day)(?:'s)?(?<between>)[^0-9a-z]{0,6}(?:(?:is|was|being|on|of|given as|wrong|should be|not|for|me|mum|dad|him|her|it's|its|number|the)[^0-9a-z]{1,3}){0,4}$|\b[0-9]{1,3}(?:st|nd|rd|th) (?:birthday|b'?-?day)(?<between>)[^0-9.!?]{0,20}$")]
    private static partial Regex Birthdays();

    [GeneratedRegex(@"\b(?:birthday|birth ?date|date of birth)\b(?<between>(?:(?!nhs|hospital|founded|opened)[^0-9]){0,40})$")]
    private static partial Regex NearBefore();

    [GeneratedRegex(@"^(?<between>[^0-9]{0,30})\b(?:birth ?date|date of birth)\b")]
    private static partial Regex NearAfter();

    /// <summary>"I turned 70 on 3 April 2026" says when the author was born.</summary>
    [GeneratedRegex(@"\b(?:turn(?:ed|s|ing)?|will be|i'll be|became|becomes) [0-9]{2,3} (?:years old )?(?:on |this |today )?(?:the )?[(,]?$")]
    private static partial Regex Turning();

    [GeneratedRegex(@"^[ ,]{0,2}[(\[ -]{1,3}(?:(?:is|was|that'?s|it'?s|=)[ ](?:my|his|her|their|the|mum's|dad's|patient's)?[ ]?)?(?:d[. ]?[o0][. ]?b\b|date of birth|birth ?date)")]
    private static partial Regex NamedAfter();

    [GeneratedRegex(@"^(?<between>[^0-9.!?;]{0,24})\b(?:(?:was|were) born|(?<day>birthday|b'?-?day)(?!'?s?[ ,]{1,2}(?:to |of |dear |our |the ){0,3}(?:nhs|hospital|infirmary|ward|unit)))\b")]
    private static partial Regex BornAfter();

    [GeneratedRegex(@"\b(?:mr|mrs|ms|miss|master|patient|pt|resident|surname|aged?)\b\.?(?<between>[^0-9!?]{1,32})$|\b(?:i'?m|i am|s?he'?s|s?he is|b\.?) (?<between>)$|\bbaby\b(?<between>)[^0-9a-z!?.]{1,3}(?:me[^0-9a-z!?.]{1,3})?$|\b(?:" + Relative + @")(?<between>)[ ,(-]{1,3}$")]
    private static partial Regex Titled();

    [GeneratedRegex("^(?:" + Relative + ")$")]
    private static partial Regex Relatives();

    [GeneratedRegex(@"(?<![a-z'])(?<first>[a-z](?:[a-z'-]{1,20}|\.)),?[ ](?<last>[a-z])[a-z'-]{1,20}[^a-z0-9.!?]{1,4}$")]
    private static partial Regex Name();

    /// <summary>What else happens on a day, though somebody or somebody's birth is spoken of before it.</summary>
    [GeneratedRegex(@"\b(?:and|but|so|since|admitted|died|passed|seen|saw|visit(?:ed)?|operat\w+|surgery|appointment|appt|discharged|from|until|till|dated|attended|referred|came|went|waiting|joined|retired|started|letter|between)\b")]
    private static partial Regex Events();

    [GeneratedRegex(@"\b(?:hospital|infirmary|ward|wing|clinic|centre|trust|unit|nhs|a|the|in|of|on|here|day|year|eve|transplant|replacement|bypass|scan|x-?ray|opened|built|doctor|dr|nurse|sister|matron|consultant|prof|professor|moved|house|street|road|saint|[a-z]{3,6}day|back|best|before|last|first|updated|posted|version)\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b(?:nhs|hospital|infirmary|ward|unit|trust|clinic|department|service|charity|campaign|idea|building|wing)(?: itself| here)?(?: was| is|'s)?[ ,]{1,2}$|\bfriends of [a-z' ]{2,30}[ ,]{1,2}$|\b(?:founded|opened|built)\b[^.!?]{0,20}$")]
    private static partial Regex Institutions();
}
