using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds hospitals' own numbers of patients: what words before them call one, and letters of a hospital with six figures or more.</summary>
internal static partial class HospitalNumberFinder
{
    private const int FewestDigits = 5;
    private const int Reach = 40;

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match match in Called().Matches(text.Text))
        {
            // The words before it call it one: what else they speak of (a delivery suite, a part of the notes) makes it no other.
            if (IsNumber(text, match.Groups["data"]) && !(match.Groups["bare"].Success && !InOnePiece().IsMatch(match.Groups["data"].ValueSpan)))
            {
                Add(match);
            }
        }

        foreach (Match match in Prefixed().Matches(text.Text))
        {
            if (IsNumber(text, match.Groups["data"]) && !IsOther(text, match) && (IsWritten(text, match) || IsPatients(text, match)))
            {
                Add(match);
            }
        }

        foreach (Match match in CalledAbroad().Matches(text.Text))
        {
            if (ForeignWords.OfRecord(text.Before(match.Index, Reach)))
            {
                Add(match);
            }
        }

        void Add(Match match)
        {
            var data = match.Groups["data"];
            findings.Add(text.Finding(PersonalKind.HospitalNumber, data.Index, data.Index + data.Length));
        }
    }

    private static bool IsNumber(PlainText text, Group data)
    {
        var digits = data.Value.Count(char.IsAsciiDigit);
        var letters = data.Value.TakeWhile(char.IsAsciiLetter).Count();

        // "hosp 12/11/2025", "hospital in 2025" and "patients, of 20000" are prose; letters that stand apart are a number's only in capitals.
        var isApart = letters > 0 && data.ValueSpan[letters] == ' ';
        return digits >= (letters > 0 && !isApart ? FewestDigits - 1 : FewestDigits)
            && !Dates().IsMatch(data.Value)
            && !(isApart && (LittleWords().IsMatch(data.Value) || !Enumerable.Range(data.Index, letters).All(text.IsCapital)));
    }

    /// <summary>As a hospital prints it: capitals and six figures or more, with no blank between.</summary>
    private static bool IsWritten(PlainText text, Match match) =>
        match.Groups["gap"].ValueSpan is "" or "-" or "/"
        && Enumerable.Range(match.Groups["letters"].Index, match.Groups["letters"].Length).All(text.IsCapital);

    private static bool IsPatients(PlainText text, Match match) =>
        PatientsBefore().IsMatch(text.Before(match.Index, Reach)) || PatientsAfter().IsMatch(text.After(match.Index + match.Length, Reach));

    private static bool IsOther(PlainText text, Match match) =>
        PhoneWords.OfGoodsPrecede(text, match.Groups["data"].Index) || Others().IsMatch(text.Before(match.Index, Reach)) || OtherLetters().IsMatch(match.Groups["letters"].ValueSpan);

    [GeneratedRegex(@"(?<![a-z])(?:(?:hospital|hosp|patient'?s?|pt|p|medical(?: records?)?|med rec|health records?|records?|case ?notes?|notes|pas|chart|district|unit|wrist ?band|label|emis|systmone|cris|rio|clinic|episode|sticker|identification|x-?ray|radiology|registration|k|w)[ ._-]{0,3}(?:numbers?|nos?|num|nr|nbr|ids?|i\.d\.?|identifier|ref(?:erence)?|#)(?:'s)?(?![a-z])|(?<bare>hospital|patient|case ?notes?|chart)|mrns?|m[. ]r[. ]n\.?|mrno|h/n|crn|urn|pid|ubrn|hosp|wrist ?band|nhi|episode)(?:[^0-9a-z£]{1,5}|(?=[0-9]))(?:(?:numbers?|nos?|num|is|was|of|for|my|me|mum|dad|him|her|it's|its|says|reads|said|given|as|=|the|number|on it|with|here|case)[^0-9a-z£]{1,3}){0,4}(?<data>(?!0[1-9][0-9]{1,3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9]))(?:[a-z]{1,4}[ /.-]?[0-9]{3,10}(?:[ /.-][0-9]{2,5}){0,2}|[a-z]{1,4}[/.-][0-9]{2}[/.-][0-9]{3,6}|[0-9]{5,12}|[0-9]{1,5}(?:[ /.-][0-9]{2,5}){1,3})[a-z]?)(?![0-9a-z:/])")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?<![a-z0-9@_£.])(?<data>(?<letters>[a-z]{1,3})(?<gap>[ /.-]?)(?:[0-9]{6,8}|[0-9]{3}[ /.-][0-9]{3,4}|[0-9]{2}[ /.-][0-9]{2}[ /.-][0-9]{2,3}))(?![0-9a-z])")]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"(?<![0-9])(?<data>[0-9]{5,12})(?![0-9])")]
    private static partial Regex CalledAbroad();

    /// <summary>The word alone before them says little: dates and figures of the staff follow it too.</summary>
    [GeneratedRegex("^[a-z]{0,4}[0-9]{6,}$")]
    private static partial Regex InOnePiece();

    [GeneratedRegex(@"^(?:[a-z]{1,4}[ ])?[0-3]?[0-9](?<sign>[/.-])[01]?[0-9]\k<sign>(?:19|20)?[0-9]{2}$")]
    private static partial Regex Dates();

    [GeneratedRegex("^(?:in|at|on|of|by|to|no|is|and|for|from|with|was|has|had|the|we|it|my|up|all|over|only|just|till|or)[ ]")]
    private static partial Regex LittleWords();

    [GeneratedRegex(@"\b(?:patient|hospital|hosp|notes?|records?|mrn|wrist ?band|label|sticker|chart|casenotes?|i'm|i am|my number|her number|his number|letter|sheet|results?|scan|biopsy|referral|number)\b[^!?]{0,30}$")]
    private static partial Regex PatientsBefore();

    [GeneratedRegex(@"^[^!?]{0,20}\b(?:patient|hospital|notes?|records?|mrn|wrist ?band|label|sticker|chart|letter|results?|scan|biopsy|referral|is me|that's me|is my|my number)\b")]
    private static partial Regex PatientsAfter();

    [GeneratedRegex(@"\b(?:order|parcel|booking|ticket|permit|reg|car|model|error|code|asset|property|tag|complaint|serial|train|coach|flight|part|raffle|prize|screen|kiosk|printer|machine|device|pump|datix|incident|crime|police|cad|trial|grant|invoice|receipt|voucher|password|version|build|photo|petition|room|bay|locker|ombudsman|phso|solicitors?|insurance|policy|claim)\b[^!?\n]{0,24}$|[/=&?]$")]
    private static partial Regex Others();

    [GeneratedRegex("^(?:id|nr|num|ref|pt|dob|nhs|mrn|crn|urn|pid|hn|chi|tel|mob|img|dsc|pic|vid|pxl|bbc|iso|pcn|sku|bn|no|vol|max|min|top|and|for|of|in|at|on|is|my|by|to|the|or)$")]
    private static partial Regex OtherLetters();
}
