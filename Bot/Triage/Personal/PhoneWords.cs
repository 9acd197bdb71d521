using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Words before a number that say what it is.</summary>
internal static partial class PhoneWords
{
    private const int Reach = 40;

    /// <summary>Somebody asks to be called.</summary>
    public static bool Precede(PlainText text, int at) => Calling().IsMatch(text.Before(at, Reach)) || ForeignWords.OfPhone(text.Before(at, Reach / 2));

    /// <summary>Somebody asks to be called on just this number, whatever country's it is.</summary>
    public static bool Introduce(PlainText text, int at) =>
        (Introducing().IsMatch(text.Before(at, Reach)) || ForeignWords.OfPhone(text.Before(at, Reach / 2))) && !OfGoodsPrecede(text, at) && !NhsWords.ReferencePrecedes(text, at);

    /// <summary>The number is the hospital's own or another organisation's, and nobody's at home.</summary>
    public static bool OfOrganisationPrecede(PlainText text, int at)
    {
        var before = text.Before(at, Reach);
        return Organisation().IsMatch(before) && !Private().IsMatch(before);
    }

    /// <summary>The number is of a thing that was bought, sent or played.</summary>
    public static bool OfGoodsPrecede(PlainText text, int at) => Goods().IsMatch(text.Before(at, Reach));

    [GeneratedRegex(@"\b(?:call|calling|ring|rang|text|texts?|phone|phoned|tel|telephone|mob|mobile|cell|whatsapp|contact|message|reach|landline|home number|my (?:number|no|num))\b[^!?]{0,22}$|[☎]")]
    private static partial Regex Calling();

    [GeneratedRegex(@"\b(?:call|ring|text|phone|tel|telephone|mob|mobile|cell|whatsapp|contact|landline|(?:my|his|her|home) (?:number|no|num))\b(?![^0-9]{0,24}(?:battery|times|minutes))[^0-9!?]{0,24}$|[☎]")]
    private static partial Regex Introducing();

    [GeneratedRegex(@"\b(?:switchboard|switsfwrdd|pals|leaflet|letterhead|fax|appointment card|(?:triage|request|results|cancellations?|information|info) line|bookings?(?: line| office)?|appointments? (?:line|desk|office|team)|help ?line|hotline|reception|receptionist|main (?:number|line|desk)|enquir\w+|inquir\w+|crisis line|samaritans|surgery|press office|ward (?:[a-z0-9]{1,12} )?(?:phone|number|line|telephone)|hospital'?s? (?:main )?(?:number|phone|line)|advice line|call ?centre|public number|council|(?<!\bi )trust)\b[^!?]{0,28}$|\b(?:call|calling|called|ring|rang|ringing|phone|phoned|phoning|tel|telephone)(?:ed)? (?:the|your|this|our local) [^!?0-9]{0,24}$")]
    private static partial Regex Organisation();

    [GeneratedRegex(@"\b(?:my|me|his|her|our|us|mum|mum's|dad|dad's|home|mobile|husband|wife|daughter|son|partner|patient|patient's|nan|mother|father|house|flat|landline|neighbou?r|carer|family)\b")]
    private static partial Regex Private();

    [GeneratedRegex(@"(?:[£$]|\b(?:order|orders|parcel|tracking|tracked|invoice|receipt|delivery|delivered|ticket|tickets|pcn|permit|booking|transaction|voucher|coupon|gift card|serial|barcode|bar code|isbn|asin|sku|lottery|raffle|batch|lot|model|part|asset|meter|job|flight|bitcoin|steps|score|sats|readings?|hermes|evri|dpd|royal mail|amazon|ebay|asos|argos|loyalty|clubcard|nectar|charity)\b(?:(?!patient|nhs|hospital|\b(?:call|ring|text|phone|mobile|mob|tel)\b)[^!?\n]){0,24})$")]
    private static partial Regex Goods();
}
