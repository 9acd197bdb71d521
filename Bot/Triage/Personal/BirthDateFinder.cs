using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds dates of birth: a whole date that the words beside it call one. Other dates are when something happened.</summary>
internal static partial class BirthDateFinder
{
    private const string Month = @"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Ordinal = @"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first)";
    private const string Year = @"(?:'?[0-9]{4}|'?[0-9]{2}|(?:nineteen|two thousand|twenty)[ -](?:(?:and|hundred|oh)[ -])*(?:[a-z]{3,9})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?![0-9])";
    private const string Separator = @"[ ]{0,2}[ ./\\,*_|-][ ]{0,2}";
    private const string Date =
        @"(?:[0-3]?[0-9]" + Separator + @"[01]?[0-9]" + Separator + @"(?:[0-9]{4}|'?[0-9]{2})(?![0-9])" +
        @"|[12][0-9]{3}" + Separator + @"[01]?[0-9]" + Separator + @"[0-3]?[0-9](?![0-9])" +
        @"|(?:[0-3]?[0-9](?:st|nd|rd|th)?|" + Ordinal + @")[ .,/-]{0,3}(?:of )?(?:the )?" + Month + @"[ .,'/-]{0,3}(?:in )?" + Year +
        @"|" + Month + @"[ .,/-]{0,3}(?:the )?(?:[0-3]?[0-9](?:st|nd|rd|th)?|" + Ordinal + @")[ .,/-]{1,3}" + Year + @")";

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (var match in Named().Matches(text.Text).Concat(Born().Matches(text.Text)).Concat(NamedAfter().Matches(text.Text)).Concat(Glued().Matches(text.Text)))
        {
            if (!Institutions().IsMatch(text.Before(match.Index, 40)))
            {
                var date = match.Groups["date"];
                findings.Add(text.Finding(PersonalKind.BirthDate, date.Index, date.Index + date.Length));
            }
        }

        foreach (Match match in Beside().Matches(text.Text))
        {
            var date = match.Groups["date"];
            if (!Events().IsMatch(match.Groups["between"].Value))
            {
                findings.Add(text.Finding(PersonalKind.BirthDate, date.Index, date.Index + date.Length));
            }
        }
    }

    [GeneratedRegex(@"(?:\bd[. /-]{0,2}o[. /-]{0,2}b(?![a-z])|\bdate[ -]of[ -]birth\b|\bbirth[ -]?date\b|\bbirthday\b|\bb-?day\b|\bdob[s]?\b|\bd[./]b\b)[^0-9a-z]{0,6}(?:(?:is|was|being|on|of|given as|as|wrong|reads|says|shown as|should be|not|my|for me|me|mum|dad|him|her|his|it's|its|and|number|[:])[^0-9a-z]{1,3}){0,4}(?<date>" + Date + ")")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:born|b\.|n[ée]e)(?:[ ,:(]{1,3}(?:on|at|home|here|hospital|in|early|this|morning|back|the|[a-z]{3,6}day|[a-z]{3,12} (?=on\b))){0,4}[ ,:(-]{1,3}(?<date>" + Date + ")")]
    private static partial Regex Born();

    [GeneratedRegex(@"(?<![0-9])(?<date>" + Date + @")[ ,]{0,2}[(\[ -]{1,3}(?:(?:is|was|that's|=)[ ](?:my|his|her|their|the|mum's|dad's|patient's)?[ ]?)?(?:d[. ]?o[. ]?b\b|date of birth|birth ?date)")]
    private static partial Regex NamedAfter();

    /// <summary>"DOB 03041956".</summary>
    [GeneratedRegex(@"\b(?:d[. /]?o[. /]?b|date of birth|birth ?date)[^0-9a-z]{0,6}(?:(?:is|was)[^0-9a-z]{1,3})?(?<date>[0-3][0-9][01][0-9](?:[0-9]{4}|[0-9]{2}))(?![0-9])")]
    private static partial Regex Glued();

    /// <summary>A date of long ago right beside a person's title is hardly anything else.</summary>
    [GeneratedRegex(@"\b(?:mr|mrs|ms|miss|master|patient|pt|resident|surname|aged?)\b\.?(?<between>[^0-9!?]{1,32})(?<date>[0-3]?[0-9]([./-])[01]?[0-9]\1(?:19[0-9]{2}|200[0-9]|[3-9][0-9])(?![0-9]))")]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:on|since|admitted|died|seen|visited|operation|surgery|appointment|appt|discharged|from|until|till|dated|attended|referred|came|went|waiting|joined|retired|started|letter)\b")]
    private static partial Regex Events();

    [GeneratedRegex(@"\b(?:nhs|hospital|infirmary|ward|unit|trust|clinic|department|service|charity|campaign|idea|building|wing)(?: itself| here)?(?: was| is|'s)?[ ,]{1,2}$|\b(?:founded|opened|built)\b[^.!?]{0,20}$")]
    private static partial Regex Institutions();
}
