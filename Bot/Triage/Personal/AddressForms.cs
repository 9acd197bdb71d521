using System.Collections.Frozen;

namespace FeedbackBot.Triage.Personal;

/// <summary>The words of an address, slips of the fingers included.</summary>
internal static class AddressForms
{
    /// <summary>A house's number: 23, 23b, 14-16, 12/4, l4 and 1O.</summary>
    public const string Door = @"(?:[0-9][0-9oil]{0,3}|[oil]{1,2}[0-9][0-9oil]{0,2})(?:[ ]?[a-h](?![a-z0-9]))?(?:[-/][0-9]{1,3}[a-h]?)?(?![a-z0-9%])(?![:.][0-9])";

    /// <summary>A house of one family, by the last word of its name.</summary>
    public const string HouseOfOne = "cottage|farm|farmhouse|bungalow|barn|croft|vicarage|rectory|hollow|villa|mill|oast|stables|forge|smithy|homestead";

    /// <summary>A house that may be a care home or an office as well.</summary>
    public const string HouseOfSome = "lodge|manor|grange|view|house|hall|court";

    /// <summary>Nothing else is called so: a name in small letters before it is a street's.</summary>
    private static readonly FrozenSet<string> PlainStreets = Set(
        "street strret streat st road raod roda rd avenue ave lane lnae lne ln crescent cresant crescant cres gardens gardans gdns terrace terrance mews veiw");

    /// <summary>A slip in a word of every day is nothing else either.</summary>
    private static readonly FrozenSet<string> Slipped = "street avenue crescent gardens terrace close drive grove square place court".Split(' ')
        .SelectMany(Slips).Except(["dive", "pace", "curt", "garden", "gardes"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Also words of every day: a capital or the words around must say that it is a street.</summary>
    private static readonly FrozenSet<string> OtherStreets = Set(
        "str av close cl drive dr way court ct garden ter place pl grove gr hill row square sq walk parade rise view green park estate croft meadow meadows field fields vale bank wharf quay circus yard wynd loan brae heights end fold garth mount orchard paddock paddocks spinney copse dell glebe leas maltings villas cottages broadway gate passage boulevard mead chase ridge reach approach arcade alley promenade esplanade haven knoll nook ropewalk side cotts bldgs hts mdws pde wlk");

    /// <summary>These come after a number in the names of walks, shows and places to meet.</summary>
    private static readonly FrozenSet<string> Outings = Set("park walk square green gate bridge circus field fields estate");

    /// <summary>Houses of many people, and of offices too.</summary>
    private static readonly FrozenSet<string> HousesOfMany = Set("house court tower towers mansion mansions point heights building buildings block hall place yard wharf maltings lodge villas");

    private static readonly FrozenSet<string> HousesOfOne = Set((HouseOfOne + "|" + HouseOfSome).Replace('|', ' '));

    /// <summary>No name of a street has these in it, but every sentence has.</summary>
    private static readonly FrozenSet<string> Prose = Set(
        "a an of in on at to and or but for from with by is are was were be been has have had my your our their his her its it this that these those down up along across off out into onto through per via near outside inside opposite behind beside before after against among each every other more just only very so too then than as if when while we you he she they i who me us him them not no got get took same different way lane drive would could should will can");

    public static bool IsPlainStreet(string word) => PlainStreets.Contains(word) || Slipped.Contains(word);

    public static bool IsStreet(string word) => IsPlainStreet(word) || OtherStreets.Contains(word);

    public static bool IsOuting(string word) => Outings.Contains(word);

    public static bool IsHouse(string word) => HousesOfMany.Contains(word) || HousesOfOne.Contains(word);

    public static bool IsProse(string word) => Prose.Contains(word);

    /// <summary>A letter left out, or two the wrong way round; the first is right.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
            {
                yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
