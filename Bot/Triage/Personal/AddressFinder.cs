using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds somebody's door: a postcode with a house number, or a numbered street where the author says who lives there.</summary>
internal static partial class AddressFinder
{
    private const int Reach = 90;

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match postcode in Postcodes().Matches(text.Text))
        {
            var from = Math.Max(0, postcode.Index - Reach);
            var before = text.Text[from..postcode.Index];
            if (LastDoor(text, before, from) is { } start)
            {
                findings.Add(text.Finding(PersonalKind.Address, start, postcode.Index + postcode.Length));
            }
            else if (NumberAfter().Match(text.After(postcode.Index + postcode.Length, 24)) is { Success: true } after)
            {
                findings.Add(text.Finding(PersonalKind.Address, postcode.Index, postcode.Index + postcode.Length + after.Length));
            }
        }

        foreach (Match street in HomeStreets().Matches(text.Text))
        {
            var door = street.Groups["door"];
            var (start, end) = (door.Index, street.Index + street.Length);
            findings.Add(text.Finding(PersonalKind.Address, start, end));
        }
    }

    /// <returns>Where the address begins in the text; null where nothing before the postcode is a house.</returns>
    private static int? LastDoor(PlainText text, string before, int offset)
    {
        foreach (Match door in Doors().Matches(before).Reverse())
        {
            var rest = before[(door.Index + door.Length)..];
            var at = offset + door.Groups["number"].Index;
            if (NoHouse().IsMatch(before[..door.Groups["number"].Index]) || NoHouseAfter().IsMatch(rest))
            {
                continue;
            }

            var isNamed = door.Groups["named"].Success || Streets().IsMatch(rest) || Living().IsMatch(before[..door.Index]);
            if (isNamed || NothingBetween().IsMatch(rest) || LooksLikeStreet(text, rest, offset + door.Index + door.Length))
            {
                return at;
            }
        }

        return HouseNames().Match(before) is { Success: true } house ? offset + house.Groups["house"].Index : null;
    }

    /// <summary>"12 Acacia, Leeds" without the word street: capitals and a comma make it one.</summary>
    private static bool LooksLikeStreet(PlainText text, string rest, int offset) =>
        StreetName().Match(rest) is { Success: true } name && text.IsCapital(offset + name.Groups["first"].Index);

    [GeneratedRegex(@"(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}[0-9][a-z0-9]?[ -]{0,2}[0-9][a-z]{2})(?![a-z0-9])")]
    private static partial Regex Postcodes();

    [GeneratedRegex(@"(?:(?<named>\b(?:flat|apartment|apt|house|number|no|plot|door)[ .:#]{1,3}))?(?<![a-z0-9£$.:/@_-])(?<number>[0-9]{1,4}(?:[ ]?[a-h](?![a-z0-9])|(?![a-z0-9.:%]))(?:[-/][0-9]{1,3}[a-h]?)?)(?![:.][0-9])")]
    private static partial Regex Doors();

    /// <summary>Numbers of a hospital's inside, of buses and of money.</summary>
    [GeneratedRegex(@"(?:\b(?:ward|wards|bay|bed|beds|room|level|floor|clinic|theatre|gate|lift|zone|area|block|entrance|car ?park|desk|bus|buses|route|train|platform|terminal|junction|exit|j|stop|bus stop|covid|type|band|stage|page|day|part|chapter|grade|rated|scored?|age|aged|about|around|over|under|nearly|almost|after|another|waited|top|only|just|all|these|those|past|last|first|next|of|the|ext|bleep|bleeped)[ .:#,*-]{1,3}|[£$#])$")]
    private static partial Regex NoHouse();

    [GeneratedRegex(@"^[ ,-]{0,2}(?:hours?|hrs?|h|mins?|minutes?|m|miles?|mi|km|days?|weeks?|months?|years?|yrs?|am|pm|o'?clock|people|patients|nurses?|staff|doctors?|beds?|times?|out|of|and|to|or|in|at|on|for|from|with|stars?|floors?|cars?|spaces?|buses|bus|quid|pounds?|pence|p|percent|per|visitors?|kids?|children|chairs?|toilets?|lifts?|others|more|visits?|appointments?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|st|nd|rd|th|/|x)\b")]
    private static partial Regex NoHouseAfter();

    [GeneratedRegex(@"\b(?:street|str|st|road|rd|lane|ln|avenue|ave?|close|cl|drive|dr|way|court|ct|crescent|cres|gardens?|gdns|terrace|ter|place|pl|grove|gr|hill|row|square|sq|walk|mews|parade|rise|view|green|park|estate|house|cottages?|villas?|buildings?|croft|meadows?|fields?|vale|bank|wharf|quay|circus|yard|wynd|loan|brae|heights|common|end|fold|garth|mount|orchard|paddock)\b")]
    private static partial Regex Streets();

    [GeneratedRegex(@"^[ ,.*/-]{0,5}(?:postcode[ :]{1,2}|at )?$")]
    private static partial Regex NothingBetween();

    [GeneratedRegex(@"^[ ,]{1,2}(?<first>[a-z])[a-z']+(?: [a-z']+){0,3}(?:,[ ]?[a-z' ]+){1,3},?[ ]{0,2}$")]
    private static partial Regex StreetName();

    [GeneratedRegex(@"\b(?:lives?|living|lived|address|addressed|home(?: is| at)?|house|resides?|moved to|discharged (?:to|home)|letters? (?:to|went)|post(?:ed)? (?:it )?to|sent to|visit(?:s|ed)? (?:me|her|him|us)? ?at|collect (?:me|her|him|us)|pick (?:me|her|him|us) up|from|neighbours?|staying)\b[^.!?]{0,40}$")]
    private static partial Regex Living();

    [GeneratedRegex(@"\b(?:lives? (?:at|in)|living (?:at|in)|address(?: is|:)|home is|home at|discharged (?:home )?to)[ :]{1,2}(?<house>[a-z' ]{2,30}(?:cottage|farm|house|lodge|bungalow|barn|villa|manor|hall|mill|vicarage|rectory)\b)[^.!?]{0,50}$")]
    private static partial Regex HouseNames();

    [GeneratedRegex(@"^[ ,]{0,2}(?:,|-|/| )[ ]?(?:(?:house|flat|door|apartment)(?: number| no\.?)?|number|no\.?|at (?:number|no\.?)|#)[ :#]{0,2}[0-9]{1,4}[a-h]?(?![a-z0-9:.%])")]
    private static partial Regex NumberAfter();

    /// <summary>A street is somebody's door without its postcode too where the words before it say so.</summary>
    [GeneratedRegex(@"\b(?:i live|we live|lives|he lived|she lived|living|i'm|(?:my|our|his|her|their|mum's|dad's|nan's|patient'?s?|home|wrong|old|new) address(?: is| was)?|address[:]|home (?:is|at)|(?:discharged|sent) (?:home )?to|taken home to|pick (?:me|her|him|us) up (?:at|from)|collect (?:me|her|him|us) from|come to)[ ,:]{1,3}(?:(?:at|in|is|on)[ :]{1,2})?(?<door>(?:(?:flat|apartment|apt|number|no)[ .]{1,2})?[0-9]{1,4}[a-h]?(?:[,/ ]{1,2}[0-9]{1,4}[a-h]?)?[ ,]{1,2}(?:[a-z']+ ){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|crescent|gardens?|terrace|place|grove|hill|row|square|walk|mews|parade|rise|view|green))\b")]
    private static partial Regex HomeStreets();
}
