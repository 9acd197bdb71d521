using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>Words near a number and a name that make them somebody's home, or some other place.</summary>
internal static partial class AddressWords
{
    private const int Reach = 60;

    /// <summary>The author speaks of where somebody lives, or of what is brought there.</summary>
    public static bool OfHomePrecede(string before) => Home().IsMatch(Tail(before));

    /// <summary>The place is where somebody lives and nothing else: "I live at", "her address is".</summary>
    public static bool OfLivingPrecede(string before) => Living().IsMatch(Tail(before));

    /// <summary>Where to write to a hospital.</summary>
    public static bool OfOfficePrecede(string before) => Office().IsMatch(before);

    public static bool OfInstitution(string text) => Institution().IsMatch(text);

    /// <summary>A shop, a surgery or a stop stands right before or after.</summary>
    public static bool OfPublicPlaces(string before, string after) => PublicBefore().IsMatch(Tail(before)) || PublicAfter().IsMatch(after);

    private static string Tail(string text) => text[Math.Max(0, text.Length - Reach)..];

    [GeneratedRegex(@"\b(?:lives?|living|lived|add?ress(?:ed)?|addy|home|house|resides?|resident|mov(?:ed|ing)|place is|discharged|letters?|post(?:ed)?|sent|send|sending|deliver(?:y|ed|ies)?|dropped|drop|visit(?:s|ed)?|come|came|collect(?:ed|ing)?|collection|pick(?:ed)?|picking|transport|taxi|ambulance|paramedics?|carers?|district nurses?|neighbou?rs?|next door|staying|i'?m (?:at|on)|we'?re (?:at|on)|(?:he|she)'?s at|it'?s|(?:mum|dad|nan|nana|gran|grandad|grandma|mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt)s?|flats?|oxygen|commode|wheelchair|equipment|meds|medication|going to|waiting at)\b[^.!?0-9]{0,32}$")]
    private static partial Regex Home();

    [GeneratedRegex(@"\b(?:i live|we live|lives|he lived|she lived|living|stay(?:ing)?|moved to|my home is|home is|home at|(?:my|our|his|her|their|mum's|dad's|nan's|patient'?s?|home|wrong|old|new|correct|right) add?ress(?: is| was)?|add?ress:?|(?:discharged|sent|taken|brought) (?:home |back )?to|pick (?:me|her|him|us) up (?:at|from)|collect (?:me|her|him|us) from|(?:deliver|post|posted|delivered|sent|send) (?:it |them |this |everything |letters )?to|ich wohne|mieszkam|j'habite|vivo|abito|locuiesc|address|addy)[ ,:]{1,3}(?:(?:at|in|is|on|to|home|na|en|au|in der|pe|a)[ :]{1,2})?$")]
    private static partial Regex Living();

    [GeneratedRegex(@"\b(?:pals|write to|complaints?)\b[^.!?]{0,60}\b(?:hospital|infirmary|trust)[ ,]{1,3}$")]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:hospital|infirmary|ward|clinic|surgery|trust|hq|headquarters|outpatients?|department|dept|unit|centre|offices?|reception|entrance|block|level|floor)\b")]
    private static partial Regex Institution();

    [GeneratedRegex(@"\b(?:caf[e]?|coffee|costa|starbucks|greggs|nero|shop|store|supermarket|tesco|asda|aldi|lidl|sainsbury'?s|boots|superdrug|pharmacy|pharmacist|chemist'?s?|surgery|clinic|practice|centre|center|offices?|pub|restaurant|takeaway|church|hotel|hospital|infirmary|dentists?|dental|opticians?|school|library|nursery|branch|site|campus|entrance|hq|headquarters|bus|buses|stop|traffic|roadworks|parked|parking)\b[^.!?0-9]{0,24}$")]
    private static partial Regex PublicBefore();

    [GeneratedRegex(@"^[, ]{0,2}(?:(?:health|medical|dental|walk-in|day|care|community|treatment|surgical|children'?s)\b|surgery|clinic|practice|pharmacy|hospital|infirmary|car ?park|bus|buses|stop|station|site|entrance|exit|residents|pharmacist|shops?|school|church|cafe|pub|hotel|roundabout|junction|side|end of|(?:is|was|are|still|been|now) (?:closed|shut|blocked|jammed)|closed|shut|traffic|ward|unit|centre|nurses?|night|staff|team|campus)\b")]
    private static partial Regex PublicAfter();
}
