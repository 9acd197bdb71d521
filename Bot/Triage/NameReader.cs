using System.Text.RegularExpressions;

namespace FeedbackBot.Triage;

/// <summary>
/// The people whom a post plainly names as staff: a name after a title or a role, or after thanks. For a boss who says thank you to check, never to tell
/// anybody by itself; so it rather misses a name than makes one up.
/// </summary>
public static partial class NameReader
{
    private const int Most = 5;

    /// <summary>Capitalised after "thank you" in many a post, and nobody's name.</summary>
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "again", "all", "an", "and", "as", "at", "both", "but", "by", "christmas", "consultant", "dad", "doctor", "doctors", "dr", "each", "every", "everybody", "everyone", "for",
        "from", "god", "goodness", "guys", "heaven", "heavens", "her", "his", "hospital", "how", "i", "it", "jesus", "ladies", "lord", "lovely", "matron", "me", "midwife", "miss", "mr", "mrs", "ms", "mum", "my", "nhs",
        "nothing", "nurse", "nurses", "of", "on", "once", "our", "porter", "prof", "professor", "reception", "receptionist", "she", "sister", "so", "staff", "st", "such", "team", "thank", "thanks", "that", "the", "their", "them",
        "there", "these", "they", "this", "those", "to", "today", "tonight", "very", "ward", "we", "well", "what", "who", "with", "yesterday", "you", "your",
        "accident", "ambulance", "cardiology", "catering", "cleaners", "clinic", "consultants", "department", "dermatology", "emergency", "general", "gynaecology", "icu", "infirmary", "intensive", "king", "kings", "maternity",
        "matrons", "midwives", "neurology", "oncology", "orthopaedics", "outpatients", "paediatrics", "paramedics", "pharmacy", "phlebotomy", "physio", "physiotherapy", "porters", "prince", "princess", "queen", "queens",
        "radiology", "royal", "saint", "security", "sisters", "surgeons", "theatre", "theatres", "urology", "volunteers", "x-ray", "xray",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    };

    /// <returns>As they stand in the post, each once, the first first.</returns>
    public static IReadOnlyList<string> Read(string text)
    {
        var found = new List<(int At, string Name)>();
        foreach (Match match in Titled().Matches(text))
        {
            if (IsName(match.Groups["first"].Value))
            {
                found.Add((match.Index, Whole(match, match.Groups["title"].Value + " ")));
            }
        }

        foreach (Match match in Thanked().Matches(text))
        {
            foreach (var capture in match.Groups["name"].Captures.Where(c => IsName(c.Value)))
            {
                found.Add((capture.Index, capture.Value));
            }
        }

        return [.. found.OrderBy(f => f.At).Select(f => f.Name).DistinctBy(n => n.ToUpperInvariant()).Take(Most)];
    }

    private static string Whole(Match match, string title)
    {
        var last = match.Groups["last"].Value;
        return title + match.Groups["first"].Value + (last.Length > 0 && IsName(last) ? " " + last : "");
    }

    /// <summary>A shouted word may be any.</summary>
    private static bool IsName(string word) => !Nobody.Contains(word) && word.Any(char.IsLower);

    // Both take time in proportion to the text: every repetition is bounded, or of words that can be cut in one way only. A timeout would keep a message from being sent whenever the machine pauses.

    /// <summary>"my sister Ann" is a relative, and may be the patient.</summary>
    [GeneratedRegex(
        @"(?<!\b(?i:my|his|her|our|their|your)\s{1,3}(?:[\p{L}-]{1,20}\s{1,3})?)\b(?<title>(?i:sister|nurse|matron|midwife|dr|doctor|prof|professor|consultant|porter|physio|receptionist|mr|mrs|ms|miss))\.?\s{1,3}(?<first>\p{Lu}[\p{L}\p{M}]{0,20}(?:['’-]\p{L}{1,20})?)(?:[ ](?<last>\p{Lu}[\p{L}\p{M}]{0,20}(?:['’-]\p{L}{1,20})?))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"\b(?i:thank\s?you|thanks|thanx|diolch)(?i:\s{1,3}(?:so|very|much|again|to|i|most))*\s{1,3}(?<name>\p{Lu}[\p{L}\p{M}]{0,20}(?:['’-]\p{L}{1,20})?)(?:(?:,\s{1,3}|\s{1,3}(?:and|&|a)\s{1,3}|,\s{1,3}and\s{1,3})(?<name>\p{Lu}[\p{L}\p{M}]{0,20}(?:['’-]\p{L}{1,20})?)){0,4}(?![\p{L}'’])(?!(?:\s{1,3}\p{Lu}[\p{L}\p{M}'’-]{0,20}){0,2}\s{1,3}(?i:ward|team|hospital|infirmary|unit|clinic|department)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Thanked();
}
