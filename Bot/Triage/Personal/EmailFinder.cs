using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Finds e-mail addresses, also those written for people's eyes only: "jo at nhs dot net".</summary>
internal static partial class EmailFinder
{
    private static readonly SearchValues<char> Spelling = SearchValues.Create(" ([{_*");

    public static void Find(PlainText text, List<PersonalFinding> findings)
    {
        foreach (Match match in Addresses().Matches(text.Text))
        {
            if (Is(match.Groups["local"].Value, match.Groups["at"].Value, match.Groups["domain"].Value))
            {
                findings.Add(text.Finding(PersonalKind.Email, match.Index, match.Index + match.Length));
            }
        }
    }

    private static bool Is(string local, string at, string rawDomain)
    {
        var spelled = rawDomain.AsSpan().ContainsAny(Spelling);
        var domain = Dots().Replace(rawDomain, ".").Trim('.', '-');
        var mailbox = Mailboxes().IsMatch(domain);
        var ending = domain[(domain.LastIndexOf('.') + 1)..];
        if (!domain.Contains('.', StringComparison.Ordinal))
        {
            // "jo@gmail" is enough to write to; "jo@work" is not.
            return mailbox && at.Trim() is not "at";
        }

        if (!ending.All(char.IsAsciiLetter) || (ending.Length != 2 && !Endings().IsMatch(ending)))
        {
            return false;
        }

        if (!mailbox && Roles().IsMatch(local))
        {
            return false;
        }

        return at switch
        {
            "@" => true,
            _ when at.Contains('@', StringComparison.Ordinal) => mailbox || spelled || !Verbs().IsMatch(local),
            _ when at.Trim() is "at" => mailbox || !Verbs().IsMatch(local),
            _ => true,
        };
    }

    /// <summary>The alternatives for "@" and "." that people write; X escapes angle brackets.</summary>
    [GeneratedRegex(@"(?<![@\w.])(?<local>[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?)(?<at>@| {1,2}@ {0,2}|@ {1,2}| ?[(\[{_*-] ?(?:at|@) ?[)\]}_*-] ?|&lt;at&gt;| {1,2}at {1,2})(?<domain>[a-z0-9-]{1,60}(?:(?: ?[(\[{_*] ?(?:dot|\.) ?[)\]}_*] ?| {1,2}dot {1,2}|\.| \. ?)[a-z0-9-]{2,60}){0,4})", RegexOptions.None)]
    private static partial Regex Addresses();

    [GeneratedRegex(@" ?[(\[{_*] ?(?:dot|\.) ?[)\]}_*] ?| {1,2}dot {1,2}| ?\. ?")]
    private static partial Regex Dots();

    /// <summary>Where people have their private or staff mailboxes.</summary>
    [GeneratedRegex(@"^(?:g(?:oogle)?mail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|blueyonder|proton(?:mail)?|pm|gmx|mail|zoho|fastmail|tiscali|nhs\.net$|doctors\.(?:net|org)\.uk)(?:\.|$)|^nhs\.net$")]
    private static partial Regex Mailboxes();

    [GeneratedRegex(@"^(?:com|net|org|info|biz|email|mail|nhs|gov|edu|ac|scot|wales|cymru|london|example|test|invalid|online|site|app|dev|cloud|me|tech|xyz|live|care|health|hospital|clinic)$")]
    private static partial Regex Endings();

    /// <summary>Mailboxes of an office identify nobody.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9-]+[._-])?(?:pals|info|information|enquir\w+|inquir\w+|contact|contactus|complaints?|feedback|hello|help|helpdesk|support|admin|appointments?|bookings?|reception|communications|comms|press|office|patient[._-]?experience|patientrelations|volunteering|volunteers|fundraising|charity|recruitment|jobs|foi|england\.contactus|switchboard|noreply|no-reply|customer\w*|team)(?:[._-][a-z0-9-]+)*$")]
    private static partial Regex Roles();

    /// <summary>"Look at bbc dot co dot uk" names no mailbox.</summary>
    [GeneratedRegex(@"^(?:look\w*|book\w*|see\w*|seen|find|found|visit\w*|apply|page|website|site|web|online|available|out|complain\w*|report\w*|read|live|posted|post|it|is|was|are|us|me|them|him|her|you|here|more|details|info|information|menu|form|survey|lunch|coffee|breakfast|tea|dinner|shop\w*|work\w*|stay\w*|treat\w*|patient|patients|staff|nurse|nurses|care|waiting|appointment|shout\w*|aim\w*|laugh\w*|star\w*|good|great|not|and|all|bought|ordered|got|check|checked|video|photo|photos|article|story|feedback|and|or|up|there|that|this|one|people|food|map|directions|times|time|team|everyone)$")]
    private static partial Regex Verbs();
}
