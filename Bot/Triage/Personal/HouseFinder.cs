using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds homes that have no number of their own: a house by its name, a room in one for many, three words for three metres of the world, a place on the map.</summary>
internal static partial class HouseFinder
{
    private const int Reach = 60;

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match house in Houses().Matches(text.Text))
        {
            if (Home(text, house) is { } home)
            {
                findings.Add(home);
            }
        }

        foreach (Match house in Named().Matches(text.Text))
        {
            if (StreetName.Read(house.Groups["words"]) is { } street && IsNamedHome(text, house.Groups["house"], street))
            {
                findings.Add(text.Finding(PersonalKind.Address, house.Groups["house"].Index, street.End));
            }
        }

        foreach (Match room in Rooms().Matches(text.Text))
        {
            if (text.IsCapital(room.Groups["name"].Index))
            {
                findings.Add(text.Finding(PersonalKind.Address, room.Index, room.Index + room.Length));
            }
        }

        foreach (var match in Squares().Matches(text.Text).Concat(Coordinates().Matches(text.Text)))
        {
            findings.Add(text.Finding(PersonalKind.Address, match.Index, match.Index + match.Length));
        }
    }

    private static PersonalFinding? Home(PlainText text, Match house)
    {
        var before = text.Before(house.Index, Reach);
        if (NameLength(text, house.Index, before) is not (> 0 and var length))
        {
            return null;
        }

        var beforeName = before[..^length];
        var isOfOne = house.Groups["one"].Success;
        var street = StreetName.Read(house.Groups["words"]);
        var isHome = street is { } named
            ? AddressForms.IsStreet(named.Kind) && text.IsCapital(named.Start) && (isOfOne || before[^length..].StartsWith("the ", StringComparison.Ordinal) || AddressWords.OfHomePrecede(beforeName))
            : isOfOne && AddressWords.OfLivingPrecede(beforeName);
        var (start, end) = (house.Index - length, street?.End ?? house.Index + house.Length);
        return isHome && !AddressWords.OfInstitution(text.Text[start..end]) ? text.Finding(PersonalKind.Address, start, end) : null;
    }

    /// <summary>"My mum lives at Bramblings, Mill Lane".</summary>
    private static bool IsNamedHome(PlainText text, Group house, StreetName street) =>
        AddressForms.IsStreet(street.Kind) && text.IsCapital(house.Index) && text.IsCapital(street.Start)
        && AddressWords.OfLivingPrecede(text.Before(house.Index, Reach)) && !AddressWords.OfInstitution(text.Text[house.Index..street.End]);

    /// <returns>The length of the words in capitals before the kind of house, one or two of them.</returns>
    public static int NameLength(PlainText text, int house, string before)
    {
        var length = 0;
        foreach (Capture word in Names().Match(before).Groups["word"].Captures.Reverse())
        {
            if (!text.IsCapital(house - before.Length + word.Index) || AddressForms.IsProse(word.Value))
            {
                break;
            }

            length = before.Length - word.Index;
        }

        return length;
    }

    [GeneratedRegex("(?:(?<one>" + AddressForms.HouseOfOne + ")|" + AddressForms.HouseOfSome + @")\b(?! (?:hospital|ward|clinic|surgery))(?:(?=(?:,| on| in| off)[ ](?<words>" + StreetName.Words + ")))?")]
    private static partial Regex Houses();

    [GeneratedRegex(@"\bat (?=(?<house>[a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20})?), (?<words>" + StreetName.Words + "))")]
    private static partial Regex Named();

    /// <summary>"Room 14 at Larkhill care home".</summary>
    [GeneratedRegex(@"\broom [0-9]{1,3}[a-h]?,? (?:(?:at|in) )?(?:the )?(?<name>(?:[a-z][a-z'-]{1,20} ){1,4})(?:care|nursing|residential|rest) home\b")]
    private static partial Regex Rooms();

    /// <summary>One word or two: "Rose ", "The Old ".</summary>
    [GeneratedRegex("(?:(?<![a-z'])(?<word>[a-z][a-z'-]{1,20}) ){1,2}$")]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<![a-z0-9:/])///[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}")]
    private static partial Regex Squares();

    [GeneratedRegex(@"(?<![0-9.])-?[0-9]{1,2}\.[0-9]{4,8}[ ,]{1,3}-?[0-9]{1,3}\.[0-9]{4,8}(?![0-9])")]
    private static partial Regex Coordinates();
}
