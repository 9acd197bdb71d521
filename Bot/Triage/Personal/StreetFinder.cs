using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds a door without its postcode: a number and a street's name, in either order and in words or figures, or a flat in a house.</summary>
internal static partial class StreetFinder
{
    private const int Reach = 60;
    private const int ReachAfter = 24;
    private static readonly char[] AfterWord = [' ', ',', '.', '!', '?', ';', ')'];

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match match in SpelledOut().Matches(text.Text))
        {
            AddStreet(match);
        }

        foreach (Match match in Lettered().Matches(text.Text))
        {
            if (text.IsCapital(match.Groups["words"].Index))
            {
                AddStreet(match);
            }
        }

        if (!text.HasDigits)
        {
            return;
        }

        foreach (Match match in Numbered().Matches(text.Text))
        {
            AddStreet(match);
        }

        foreach (Match number in NumbersBehind().Matches(text.Text))
        {
            if (StreetBefore(text, number) is { } start)
            {
                Add(start, number.Index + number.Length);
            }
        }

        foreach (Match match in Abroad().Matches(text.Text))
        {
            Add(match.Index, match.Index + match.Length);
        }

        void AddStreet(Match match)
        {
            var (door, words) = (match.Groups["door"], match.Groups["words"]);
            if (StreetName.Read(words) is { } street ? IsHome(text, door, street) : IsNamedHome(text, door, words, out street))
            {
                Add(door.Index, street.End);
            }
        }

        void Add(int start, int end) => findings.Add(text.Finding(PersonalKind.Address, start, end));
    }

    /// <returns>Where "Station Road, number 12" begins; null where no street's name stands before the number.</returns>
    private static int? StreetBefore(PlainText text, Match number)
    {
        var before = text.Before(number.Index, Reach);
        var offset = number.Index - before.Length;
        if (NameBefore().Match(before) is not { Success: true } street)
        {
            return null;
        }

        var name = street.Groups["name"];
        var after = text.After(number.Index + number.Length, ReachAfter);
        return text.IsCapital(offset + name.Index) && AddressForms.IsStreet(street.Groups["kind"].Value) && !AddressForms.IsProse(name.Value)
            && (number.Groups["called"].Success ? !NumbersOfOthers.NameThing(after) : AddressWords.OfLivingPrecede(before[..name.Index]) && !NumbersOfOthers.Follow(after))
            ? offset + name.Index
            : null;
    }

    /// <summary>"I live at 8 Rookfield", "home is 8, The Rookery": where the author speaks of a home, a name in capitals is enough.</summary>
    private static bool IsNamedHome(PlainText text, Group door, Group words, out StreetName name)
    {
        var first = words.Value.Split(' ')[0];
        var isThe = first == "the";
        var second = words.Index + first.Length + 1;
        var end = isThe ? text.Text.IndexOfAny(AfterWord, second) : words.Index + first.TrimEnd('.').Length;
        name = new StreetName(words.Index, end < 0 ? text.Text.Length : end, "");
        var before = text.Before(door.Index, Reach);
        return text.IsCapital(isThe ? second : words.Index) && text.IsCapital(words.Index)
            && (isThe || !AddressForms.IsProse(first))
            && !NumbersOfOthers.Precede(before) && !NumbersOfOthers.Follow(text.After(door.Index + door.Length, ReachAfter))
            && (isThe ? AddressWords.OfHomePrecede(before) : AddressWords.OfLivingPrecede(before))
            && !AddressWords.OfInstitution(text.Text[name.Start..name.End]);
    }

    private static bool IsHome(PlainText text, Group door, StreetName street)
    {
        var before = text.Before(door.Index, Reach);
        var called = Called().Match(before);
        var isFlat = called.Groups["flat"].Success;
        var isCalled = called.Success;
        if ((!isCalled && NumbersOfOthers.Precede(before)) || NumbersOfOthers.Follow(text.After(door.Index + door.Length, ReachAfter)) || Known().IsMatch(text.Text[door.Index..street.End]))
        {
            return false;
        }

        if (AddressWords.OfLivingPrecede(before))
        {
            return true;
        }

        // "Mum saw 2 porters drive off", "There are 3 roof gardens": what is no name of a street has no capital.
        var isCapital = text.IsCapital(street.Start);
        var isPlain = AddressForms.IsPlainStreet(street.Kind);
        var isOfHome = isCalled || ((isCapital || isPlain || PlaceBefore().IsMatch(before)) && AddressWords.OfHomePrecede(before));
        if (AddressWords.OfPublicPlaces(before, text.After(street.End, ReachAfter)) || (!isCapital && ThereIs().IsMatch(before)) || !(isFlat || isOfHome || AddressForms.IsStreet(street.Kind)))
        {
            return false;
        }

        return isOfHome || (isCapital && !AddressForms.IsOuting(street.Kind))
            || (isPlain && door.ValueSpan.ContainsAnyInRange('0', '9'));
    }

    [GeneratedRegex(@"\b(?:(?<flat>flat|apartment|apt|studio|maisonette|caravan|chalet)|number|no|plot|house)[ .:#]{1,3}(?:no\.? ?)?$")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?:\b(?:at|to|from|of|in|is) |: ?)$")]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"\bthere(?:'?s| is| are| was| were)(?: only| just| also| now)? $")]
    private static partial Regex ThereIs();

    [GeneratedRegex(@"(?:(?<![a-z0-9£$.:@_/-])|(?<=\bno[.:]))(?<door>" + AddressForms.Door + @")[ ,*]{1,3}(?=(?<words>" + StreetName.Words + "))")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![a-z0-9-]|hundred |thousand )(?<door>" + SpelledNumber.Pattern + @"(?: [a-h](?![a-z]))?)[ ,]{1,3}(?=(?<words>" + StreetName.Words + "))")]
    private static partial Regex SpelledOut();

    /// <summary>A flat by its letter.</summary>
    [GeneratedRegex(@"(?<=\b(?:flat|apartment|apt) )(?<door>[a-h])[ ,]{1,3}(?=(?<words>" + StreetName.Words + "))")]
    private static partial Regex Lettered();

    [GeneratedRegex(@"[ ,](?:(?<called>no\.?|number|nr(?=[. :])\.?|#|house(?: number)?)[ :]{0,2})?(?<![0-9])[0-9]{1,4}[a-h]?(?![a-z0-9:.%])")]
    private static partial Regex NumbersBehind();

    [GeneratedRegex(@"(?<![a-z'-])(?<name>[a-z][a-z'-]{1,20}) (?<kind>[a-z]{2,9})[ ,]{0,2}$")]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"(?<![a-z0-9.:£-])[0-9]{1,4}(?: ?bis)?,? (?:rue|boulevard|allee|chemin|impasse) (?:de |du |des |d'|la |le |les |l')*[a-z]{3,20}|\b(?:calle|ulica|ul\.|strada|str\.|rua|avenida) [a-z]{3,20}(?: [a-z]{3,20})?,? (?:nr\.? ?|no\.? ?)?[0-9]{1,4}[a-h]?(?![a-z0-9])|(?<![a-z0-9.:£-])[0-9]{1,4}[a-h]?,? (?:heol|ffordd|stryd|lon|rhodfa) [a-z]{1,20}(?: [a-z]{3,20})?|\b[a-z]{3,20}(?:strasse|gasse|platz) [0-9]{1,4}[a-h]?(?![a-z0-9])")]
    private static partial Regex Abroad();

    /// <summary>Streets that everybody knows and nobody who posts lives in.</summary>
    [GeneratedRegex("^10/10|^10,? downing |coronation street|albert square|^221b? baker|^4,? privet")]
    private static partial Regex Known();
}
