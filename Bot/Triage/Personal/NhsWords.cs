using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Words before ten digits that make them an NHS number, or cast doubt on it.</summary>
internal static partial class NhsWords
{
    private const int Reach = 60;

    /// <summary>At least "NHS" stands right before.</summary>
    public static bool Precede(PlainText text, int at) => NumberPrecedes(text, at) || Bare().IsMatch(text.Before(at, Reach));

    /// <summary>The author calls it an NHS number: then a mistyped digit makes it no less somebody's.</summary>
    public static bool NumberPrecedes(PlainText text, int at) => Named().IsMatch(text.Before(at, Reach));

    /// <summary>A reference in one piece is more often some office's than a patient's.</summary>
    public static bool ReferencePrecedes(PlainText text, int at) => Reference().IsMatch(text.Before(at, Reach));

    /// <summary>The author calls it so in full: then one digit too few or too many is a slip.</summary>
    public static bool Call(PlainText text, int at) => Called().IsMatch(text.Before(at, Reach));

    [GeneratedRegex(@"(?<![a-z])(?:n[. ]?h[. ]?s\.?|national health|chi|h ?(?:&(?:amp;)?|and|\+)? ?c|health (?:and|&) care|health service)[ .:*-]{0,3}(?:numbers?|num|nos?|nr|nbr|id|#|patient (?:number|no))[^0-9]{0,24}$")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![a-z])n[. ]?h[. ]?s\.?[ #.:*=-]{0,5}$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<![a-z])n[. ]?h[. ]?s\.?[ .:*-]{0,3}(?:numbers?|num|nos?|nr|nbr)[^0-9]{0,12}$")]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?:ref|reference|case|complaint|account|quote|code|id|job|claim)\b(?:(?!patient|nhs|hospital)[^!?\n]){0,16}$")]
    private static partial Regex Reference();
}
