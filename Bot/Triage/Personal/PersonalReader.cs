using System.Buffers;
using FeedbackBot.Posts;

namespace FeedbackBot.Triage.Personal;

/// <summary>
/// Finds what could identify a patient in a post. X forbids altering a post's text, so one finding withholds the whole post; still all
/// are found, since a post is only shown again when none is left. Names are not looked for: praise must reach the people it names.
/// </summary>
public static class PersonalReader
{
    private static readonly SearchValues<string> Telling = SearchValues.Create(
        [
            " at ", " at-", "(at", "[at", "{at", "<at", "_at_", "-at-", "*at*", "(a)", "arroba", "arobase", "chiocciola", "klammeraffe", "mail", "yahoo", "icloud", "outlook",
            "dob", "birth", "born", "flat ",
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "teen", "ty ", "ty-", "hundred",
            .. AddressForms.HouseOfOne.Split('|'), .. AddressForms.HouseOfSome.Split('|'), "///",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Everything in the text, in its order; none lies within another.</summary>
    public static IReadOnlyList<PersonalFinding> Read(string text)
    {
        if (!MayHold(text))
        {
            return [];
        }

        var plain = new PlainText(text);
        var findings = new List<PersonalFinding>();
        NumberFinder.Find(plain, findings);
        EmailFinder.Find(plain, findings);
        if (plain.HasDigits)
        {
            PostcodeFinder.Find(plain, findings);
            HospitalNumberFinder.Find(plain, findings);
            RecordFinder.Find(plain, findings);
        }

        StreetFinder.Find(plain, findings);
        HouseFinder.Find(plain, findings);
        BirthDateFinder.Find(plain, findings);
        return WithoutOverlaps(findings);
    }

    /// <summary>Why a post must not be shown, without the data itself: "It may identify a patient: an NHS number." Null where it may be.</summary>
    public static string? WhyWithheld(Post post)
    {
        var kinds = Texts(post).Concat(Links(post)).SelectMany(Read).Select(f => f.Kind).Distinct().Order().ToList();
        return kinds.Count == 0 ? null : $"It may identify a patient: {List([.. kinds.Select(Name)])}.";
    }

    /// <summary>As what links are shown, in place of X's short ones: "wa.me/447700900123" has a number in it.</summary>
    private static IEnumerable<string> Links(Post post) =>
        [.. post.Links.Select(l => l.Shown ?? ""), .. post.Quote?.Post is { } quoted ? Links(quoted) : []];

    /// <summary>All that people wrote of a post that is shown: its text, its pictures' descriptions, and both of the post that it quotes.</summary>
    public static IEnumerable<string> Texts(Post post) =>
        [post.Text, .. post.Photos.Select(p => p.AltText ?? ""), .. post.Quote?.Post is { } quoted ? Texts(quoted) : []];

    public static string Name(PersonalKind kind) => kind switch
    {
        PersonalKind.NhsNumber => "an NHS number",
        PersonalKind.HospitalNumber => "a hospital number",
        PersonalKind.BirthDate => "a date of birth",
        PersonalKind.Phone => "a phone number",
        PersonalKind.Email => "an e-mail address",
        PersonalKind.Address => "a home address",
        PersonalKind.NationalInsurance => "a National Insurance number",
        PersonalKind.Passport => "a passport number",
        PersonalKind.BankDetails => "bank details",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whatever is written in any script, the data has a digit, an @ or one of some words in it.</summary>
    private static bool MayHold(string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || c is '@' or > '\u00ff')
            {
                return true;
            }
        }

        return text.AsSpan().ContainsAny(Telling);
    }

    private static List<PersonalFinding> WithoutOverlaps(List<PersonalFinding> findings)
    {
        var kept = new List<PersonalFinding>();
        foreach (var finding in findings.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (kept.Count == 0 || finding.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(finding);
            }
        }

        return kept;
    }

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
