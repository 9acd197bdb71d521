using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds somebody's door by its postcode: with a house's number or name before it, or the number after it.</summary>
internal static partial class PostcodeFinder
{
    private const int Reach = 90;
    private static readonly char[] Blanks = [' ', ',', '.'];

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match postcode in Postcodes().Matches(text.Text))
        {
            var end = postcode.Index + postcode.Length;
            if (Start(text, postcode.Index) is { } start)
            {
                findings.Add(text.Finding(PersonalKind.Address, start, end));
            }
            else if (NumberAfter().Match(text.After(end, 32)) is { Success: true } after)
            {
                findings.Add(text.Finding(PersonalKind.Address, postcode.Index, end + after.Length));
            }
        }
    }

    /// <returns>Where the address begins in the text; null where nothing before the postcode is a house.</returns>
    private static int? Start(PlainText text, int postcode)
    {
        var offset = Math.Max(0, postcode - Reach);
        var before = text.Text[offset..postcode];
        foreach (Match door in Doors().Matches(before).Reverse())
        {
            var number = door.Groups["number"];
            var rest = before[(door.Index + door.Length)..];
            var isAlone = NothingBetween().IsMatch(rest);
            if (NumbersOfOthers.Precede(before[..number.Index], mayBeHash: isAlone) || NumbersOfOthers.Follow(rest) || AddressWords.OfOfficePrecede(before[..number.Index]))
            {
                continue;
            }

            var isNamed = door.Groups["named"].Success || rest.Split(Blanks).Any(word => AddressForms.IsStreet(word) || AddressForms.IsHouse(word)) || AddressWords.OfHomePrecede(before[..door.Index]);
            if (isNamed || isAlone || LooksLikeStreet(text, rest, offset + door.Index + door.Length))
            {
                return offset + number.Index;
            }
        }

        return HouseStart(text, postcode, before);
    }

    /// <returns>Where "Rose Cottage, Mill Lane, ZE9 9XX" begins; null where no house's name stands before the postcode.</returns>
    private static int? HouseStart(PlainText text, int postcode, string before)
    {
        if (HouseNames().Match(before) is not { Success: true } house || AddressWords.OfInstitution(before))
        {
            return null;
        }

        var kind = postcode - before.Length + house.Groups["kind"].Index;
        var length = HouseFinder.NameLength(text, kind, before[..house.Groups["kind"].Index]);
        return length > 0 ? kind - length : AddressWords.OfHomePrecede(before[..house.Index]) ? kind - house.Groups["word"].Length - 1 : null;
    }

    /// <summary>"12 Acacia, Leeds" without the word street: capitals and a comma make it one. Right before the postcode, as in "12 Oakfield LS8 2AB", a name in capitals is enough.</summary>
    private static bool LooksLikeStreet(PlainText text, string rest, int offset) =>
        (StreetName().Match(rest) is { Success: true } name && text.IsCapital(offset + name.Groups["first"].Index))
        || (ShortName().Match(rest) is { Success: true } one && one.Groups["word"].Captures.All(word => text.IsCapital(offset + word.Index) && !AddressForms.IsProse(word.Value))
            && !AddressWords.OfInstitution(rest) && !AddressWords.OfPublicPlaces("", rest));

    /// <summary>The two letters at the end are never C, I, K, M, O or V: "B6 2am" is a bed at night.</summary>
    [GeneratedRegex(@"(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}[0-9][a-z0-9]?[ ./_*-]{0,2}[0-9][abd-hjlnp-uw-z]{2}|[a-z](?: [a-z])? [0-9](?: [a-z0-9])? {1,2}[0-9] [abd-hjlnp-uw-z] [abd-hjlnp-uw-z])(?![a-z0-9])")]
    private static partial Regex Postcodes();

    [GeneratedRegex(@"(?:(?<named>\b(?:flat|apartment|apt|house|number|no|plot|door)[ .:#]{1,3}))?(?<![a-z0-9£$.:/@_-])(?<number>[0-9]{1,4}(?:[ ]?[a-h](?![a-z0-9])|(?![a-z0-9.:%]))(?:[-/][0-9]{1,3}[a-h]?)?)(?![:.][0-9])")]
    private static partial Regex Doors();

    [GeneratedRegex(@"^[ ,.*/@-]{0,5}(?:postcode[ :]{1,2}|at )?$")]
    private static partial Regex NothingBetween();

    [GeneratedRegex(@"^[ ,]{1,2}(?<first>[a-z])[a-z']+(?: [a-z']+){0,3}(?:,[ ]?[a-z' ]+){1,3},?[ ]{0,2}$")]
    private static partial Regex StreetName();

    [GeneratedRegex("^[ ,]{1,2}(?:(?<word>[a-z][a-z'-]{2,20})[ ,]{1,2}){1,2}$")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"(?<![a-z'])(?<word>[a-z][a-z'-]{1,20}) (?<kind>" + AddressForms.HouseOfOne + "|" + AddressForms.HouseOfSome + @")\b[ ,.]{1,3}(?:[a-z][a-z' ]{1,30}[,.] ?){0,3}(?:[a-z]{3,20} )?$")]
    private static partial Regex HouseNames();

    [GeneratedRegex(@"^[ ,]{0,2}(?:(?:,|-|/| )[ ]?(?:(?:and )?(?:we are|we're|i am|i'm|it's|its|at) )?(?:(?:house|flat|door|apartment)(?: number| no\.?)?|number|no\.?|#)[ :#]{0,2}[0-9]{1,4}[a-h]?|\((?:no\.? ?|number )?[0-9]{1,4}[a-h]?\))(?![a-z0-9:%]|\.[0-9])")]
    private static partial Regex NumberAfter();
}
