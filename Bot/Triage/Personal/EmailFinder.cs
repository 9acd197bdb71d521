using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds e-mail addresses, also those written for people's eyes only: "jo at nhs dot net".</summary>
internal static partial class EmailFinder
{
    private const int LongestLocal = 64;
    private const int ShortestWithoutAt = 5;
    private const int LongestLeadIn = 30;
    private const string Dot =
        @" ?[(\[{_*<] ?(?:dot|\.) ?[)\]}_*>] ?| {1,2}(?:dot|punto|ponto|point|punkt|kropka|tochka) {1,2}|-dot-|\.| \. ?|,(?=(?:com|org|net|co)\b)| (?=(?:com|org|net|co ?\.?uk|info)\b)";

    private static readonly SearchValues<char> Spelling = SearchValues.Create(" ([{_*<");

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match match in Ats().Matches(text.Text))
        {
            var local = Locals().Match(text.Before(match.Index, LongestLocal + 2));
            var name = local.Groups["local"].Value;
            var isChosen = LooksChosen(name) || Addressed().IsMatch(text.Before(match.Index - local.Length, LongestLeadIn));
            if (local.Success && Is(name, isChosen, match.Groups["at"].Value, match.Groups["domain"].Value))
            {
                findings.Add(text.Finding(PersonalKind.Email, match.Index - local.Length, match.Index + match.Length));
            }
        }

        foreach (Match match in Described().Matches(text.Text))
        {
            findings.Add(text.Finding(PersonalKind.Email, match.Groups["data"].Index, match.Index + match.Length));
        }

        foreach (Match match in WithoutAt().Matches(text.Text))
        {
            var before = text.Before(match.Index, LongestLocal + 2);
            var local = match.Groups["local"].Success ? match.Groups["local"] : before.EndsWith(' ') ? Locals().Match(before[..^1]).Groups["local"] : null;
            if (local is { Success: true, Length: >= ShortestWithoutAt } && !Verbs().IsMatch(local.Value))
            {
                findings.Add(text.Finding(PersonalKind.Email, match.Groups["local"].Success ? match.Index : match.Index - local.Length - 1, match.Index + match.Length));
            }
        }
    }

    /// <param name="isChosen">What stands before the "at" is somebody's name for a mailbox, and no word of every day.</param>
    private static bool Is(string local, bool isChosen, string at, string rawDomain)
    {
        var spelled = rawDomain.AsSpan().ContainsAny(Spelling);
        var domain = Dots().Replace(rawDomain, ".").Trim('.', '-');
        var mailbox = Mailboxes().IsMatch(domain);
        var ending = domain[(domain.LastIndexOf('.') + 1)..];
        if (!domain.Contains('.', StringComparison.Ordinal))
        {
            // "jo@gmail" is enough to write to; "jo@work" is not, nor is "don't @ me" or "I shouted.Look at me".
            return mailbox && (IsUnmistakable(at) || local.Any(char.IsAsciiDigit) || ((isChosen || at.Contains('@', StringComparison.Ordinal)) && !EverydayMailboxes().IsMatch(domain)));
        }

        // "Thanks @StOswins info desk", "again @StOswins.Do better": a blank and an @ begin an account's name.
        if (at.TrimStart() == "@" && at != "@" && (!Dotted().IsMatch(rawDomain) || !AddressEndings().IsMatch(ending)))
        {
            return false;
        }

        // What is written as an address may end in any of the world's fifteen hundred endings; what is spelled out, in a usual one.
        if (!ending.All(char.IsLetter) || !(ending.Length == 2 || Endings().IsMatch(ending) || (at == "@" && !spelled)))
        {
            return false;
        }

        // At nhs.net both have theirs: a nurse, and the PALS of a hospital.
        if ((!mailbox || domain == "nhs.net") && Roles().IsMatch(local))
        {
            return false;
        }

        return at switch
        {
            "@" or "@@" => true,
            _ when at.Contains('@', StringComparison.Ordinal) => mailbox || spelled || !Verbs().IsMatch(local),
            _ when at.Trim() is "at" => !Verbs().IsMatch(local) && ((mailbox && AddressEndings().IsMatch(ending)) || isChosen || rawDomain.Contains("dot", StringComparison.Ordinal)),
            _ => true,
        };
    }

    /// <summary>Nobody writes so but in an address.</summary>
    private static bool IsUnmistakable(string at) => !(at.Contains(' ', StringComparison.Ordinal) && at.Trim() is "at" or "@" or "@@");

    /// <summary>A word without a digit, dot or underscore before "at" may be one of every day: "the petition at change.org".</summary>
    private static bool LooksChosen(string local) => local.Any(c => char.IsAsciiDigit(c) || c is '.' or '_');

    /// <summary>The alternatives for "@" and "." that people write; X escapes angle brackets.</summary>
    [GeneratedRegex(@"(?<at>@{1,2}| {1,2}@ {0,2}|@ {1,2}| ?[(\[{_*<-] ?(?:at|a|@) ?[)\]}_*>-] ?|&lt;at&gt;| {1,2}(?:at(?:[ -]sign)?|arroba|arobase|chiocciola|malpa|klammeraffe|sobaka|собака) {1,2})(?<domain>[\p{L}0-9-]{1,60}(?:(?:" + Dot + @")[\p{L}0-9-]{2,60}){0,4})")]
    private static partial Regex Ats();

    [GeneratedRegex(@"(?<![@a-z0-9_.])(?<local>[\p{L}0-9](?:[\p{L}0-9._%+'-]{0,62}[\p{L}0-9_+-])?)""?,?$")]
    private static partial Regex Locals();

    /// <summary>"My e-mail is bea at example.org".</summary>
    [GeneratedRegex(@"(?<![\p{L}])(?:e-?mails?(?: address)?|write to)(?:[ :=-]{1,3}(?:me|us|him|her|is|it's|to|at|on))*[ :=-]{1,3}$")]
    private static partial Regex Addressed();

    /// <summary>"jo gmail com" and "my gmail is jo74" have no at, but a mailbox of their own.</summary>
    [GeneratedRegex(@"(?<![a-z@.])(?:gmail|hotmail|yahoo|icloud|outlook|btinternet)(?:[ ,](?:dot )?(?:com|co[ .]uk)(?![a-z])|(?: (?:is|address is|addy is|account is)|[ ]?[:=])[ ]{0,2}(?<local>(?=[a-z._-]{0,40}[0-9])[a-z][a-z0-9._-]{2,40}))")]
    private static partial Regex WithoutAt();

    /// <summary>"E-mail jo_marsh, the usual gmail thing".</summary>
    [GeneratedRegex(@"\be-?mail[^.!?@]{0,20}?\b(?<data>[a-z][a-z0-9]*[._][a-z0-9._]*[a-z0-9]\b[^.!?@]{1,24}\b(?:gmail|hotmail|icloud|yahoo|ymail|outlook)\b)")]
    private static partial Regex Described();

    [GeneratedRegex(Dot)]
    private static partial Regex Dots();

    /// <summary>Where people have their private or staff mailboxes.</summary>
    [GeneratedRegex(@"^(?:g(?:oogle)?mail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|blueyonder|proton(?:mail)?|pm|gmx|mail|zoho|fastmail|tiscali|nhs\.net$|doctors\.(?:net|org)\.uk)(?:\.|$)|^nhs\.net$")]
    private static partial Regex Mailboxes();

    /// <summary>Of them those whose name says nothing of a mailbox.</summary>
    [GeneratedRegex("^(?:outlook|live|me|mac|sky|pm|mail)$")]
    private static partial Regex EverydayMailboxes();

    /// <summary>A dot that is no mere blank.</summary>
    [GeneratedRegex(@"\.|\b(?:dot|punto|ponto|point|punkt|kropka|tochka)\b")]
    private static partial Regex Dotted();

    /// <summary>Endings of addresses that no sentence goes on with.</summary>
    [GeneratedRegex("^(?:com|net|org|info|biz|email|nhs|gov|edu|uk|ie|eu|fr|de|es|pl|pt|ro|ru|ua|nl|se|dk|fi|cz|sk|lt|lv|bg|hu|gr|tr|au|nz|ca|cn|jp|kr|ph|pk|bd|ng|gh|za)$")]
    private static partial Regex AddressEndings();

    [GeneratedRegex(@"^(?:com|net|org|info|biz|email|mail|nhs|gov|edu|ac|scot|wales|cymru|london|example|test|invalid|online|site|app|dev|cloud|me|tech|xyz|live|care|health|hospital|clinic)$")]
    private static partial Regex Endings();

    /// <summary>Mailboxes of an office identify nobody.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9-]+[._-])?(?:pals|info|information|enquir\w+|inquir\w+|contact|contactus|complaints?|feedback|hello|help|helpdesk|support|admin|appointments?|bookings?|reception|communications|comms|press|office|patient[._-]?experience|patientrelations|volunteering|volunteers|fundraising|charity|recruitment|jobs|foi|england\.contactus|switchboard|noreply|no-reply|customer\w*|team)(?:[._-][a-z0-9._-]*)?$")]
    private static partial Regex Roles();

    /// <summary>"Look at bbc dot co dot uk" names no mailbox.</summary>
    [GeneratedRegex(@"^(?:my|your|his|her|our|their|old|new|work|email|e-mail|look\w*|book\w*|see\w*|seen|find|found|visit\w*|apply|page|website|site|web|online|available|out|complain\w*|report\w*|read|live|posted|post|it|is|was|are|us|me|them|him|you|here|more|details|info|information|menu|form|survey|lunch|coffee|breakfast|tea|dinner|shop\w*|work\w*|stay\w*|treat\w*|patient|patients|staff|nurse|nurses|care|waiting|appointment|shout\w*|aim\w*|laugh\w*|star\w*|good|great|not|and|all|bought|ordered|got|check|checked|video|photo|photos|article|story|feedback|or|up|there|that|this|one|people|food|map|directions|times|time|team|everyone)$")]
    private static partial Regex Verbs();
}
