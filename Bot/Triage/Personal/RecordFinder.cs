using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds numbers of a person that aren't the hospital's: the tax office's, a passport's, a bank's, a local telephone's.</summary>
internal static partial class RecordFinder
{
    /// <summary>By quarters: "call us 1000-1600" says when.</summary>
    private const string Hour = "(?:[01][0-9]|2[0-4])(?:00|15|30|45)";

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        Add(Insurances(), PersonalKind.NationalInsurance);
        Add(Passports(), PersonalKind.Passport);
        Add(Accounts(), PersonalKind.BankDetails);
        Add(Cards(), PersonalKind.BankDetails);
        Add(CallMe(), PersonalKind.Phone);
        Add(Bracketed(), PersonalKind.Phone);

        void Add(Regex rule, PersonalKind kind)
        {
            foreach (Match match in rule.Matches(text.Text))
            {
                var data = match.Groups["data"];
                if (IsFree(data) && (kind != PersonalKind.BankDetails || rule == Accounts() || IsCard(data.ValueSpan)) && !(rule == Insurances() && IsSentence(match)))
                {
                    findings.Add(text.Finding(kind, data.Index, data.Index + data.Length));
                }
            }
        }

        // "at 12 30 45 a …" is prose; a National Insurance number in pieces has capitals or its name before it.
        bool IsSentence(Match match) => match.Groups["name"].Length == 0 && match.Groups["data"].ValueSpan.Contains(' ') && !text.IsCapital(match.Groups["data"].Index);

        bool IsFree(Group data) => !PhoneWords.OfGoodsPrecede(text, data.Index) || data.ValueSpan.Contains('(');
    }

    /// <summary>The check of ISO/IEC 7812, which every payment card's number passes.</summary>
    private static bool IsCard(ReadOnlySpan<char> number)
    {
        var (sum, count) = (0, 0);
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(number[i]))
            {
                var digit = number[i] - '0';
                var doubled = count++ % 2 == 1 ? digit * 2 : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![a-z0-9])(?<name>(?:n\.?i\.?(?: number| no\.?)?|nino|national insurance(?: number| no\.?)?)[^0-9a-z]{0,5}(?:is |was )?)?(?<data>(?:qq|[a-ceghj-prstw-z][a-ceghj-npr-tw-z])[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[a-d])(?![a-z0-9])")]
    private static partial Regex Insurances();

    [GeneratedRegex(@"\bpassport(?:s)?(?: (?:number|no|num))?[^0-9a-z]{1,4}(?:(?:is|was|number|no)[^0-9a-z]{1,3}){0,2}(?<data>[a-z]{0,2}[0-9]{7,9})(?![0-9a-z])")]
    private static partial Regex Passports();

    [GeneratedRegex(@"\b(?:sort[ -]?code|s/c)[^0-9a-z]{1,4}(?:is )?(?<data>[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2})(?![0-9])|\b(?:bank account|account|acct|a/c)(?: (?:number|no|num))?[^0-9a-z]{1,4}(?:is )?(?<data>[0-9]{8})(?![0-9])|\biban[^0-9a-z]{1,4}(?:is )?(?<data>[a-z]{2}[0-9]{2}[ ]?(?:[a-z0-9]{4}[ ]?){3,7})")]
    private static partial Regex Accounts();

    [GeneratedRegex(@"(?<![0-9a-z])(?<data>[3-6][0-9]{3}[ .-]?[0-9]{4}[ .-]?[0-9]{4}[ .-]?[0-9]{4})(?![0-9])")]
    private static partial Regex Cards();

    /// <summary>A number too short for its area code is still somebody's where they ask to be called on it.</summary>
    [GeneratedRegex(@"\b(?:(?:call|ring|text|phone|contact|message|whatsapp|reach)[ ](?:me|us|him|her|them|my \w+|mum|dad)(?: back| please| anytime| at home| at work)?(?: on| at|:)?|my (?:phone|mobile|home|tel\w*|landline|contact|house|work)[ ]?(?:number|no\.?|num)?(?: is| was|:|=)?|(?:home|mobile|mob|landline|contact)(?: tel)?(?: phone)? (?:number|no\.?|num)(?: is| was|:)?|\b(?:mob|mobile|tel|phone|ph|t|m)[:])[ :#*]{0,3}(?<data>(?!0[389]|111|999)[0-9]{5,8}(?![0-9])|(?!0[389])(?!" + Hour + "[ -]" + Hour + @"(?![0-9]))[0-9]{3,5}[ -][0-9]{3,6}(?![0-9]|[ -][0-9]))(?! ?(?:times|people|years|hours))")]
    private static partial Regex CallMe();

    [GeneratedRegex(@"(?<![0-9])(?<data>\([0-9]{3}\)[ .-]?[0-9]{3}[ .-][0-9]{4})(?![0-9])")]
    private static partial Regex Bracketed();
}
