using System.Collections.Frozen;

namespace FeedbackBot.Triage.Personal;

/// <summary>Tells numbers of a hospital's inside, of buses, of money and of time from those of a door, by the word before or after.</summary>
internal static class NumbersOfOthers
{
    private static readonly FrozenSet<string> Before = Set(
        "ward wards bay bed beds room level floor clinic theatre gate lift zone area block entrance door park carpark desk bus buses route train platform terminal junction exit j stop covid type band stage page day part chapter grade rated score scored age aged about around over under nearly almost after another waited top only just all these those past last first next the ext bleep bleeped corridor phase site between and or than every plus with has have had took takes");

    /// <summary>These have a number as their name.</summary>
    private static readonly FrozenSet<string> Numbered = Set("bus buses tram trams ward wards team teams bed beds lift lifts clinics");

    private static readonly FrozenSet<string> After = Set(
        "hour hours hr hrs h min mins minute minutes m mile miles mi km day days week weeks month months year years yr yrs am pm o'clock today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun oclock people patients nurse nurses staff doctor doctors drs time times out of and to or in at on for from with star stars floor floors car cars space spaces quid pound pounds pence p percent per visitor visitors kid kids children chair chairs toilet toilets others more visit visits appointment appointments january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec nd rd th x step steps metre metres meter meters yard yards feet ft door doors streets roads way lane lanes blood big good great lovely angry kind amazing different separate long cheers seasons degrees call calls attempts trolleys wheelchairs ambulance ambulances police hospitals letters is was are were but so we i he she they you it my our your");

    /// <param name="text">It ends where the number begins.</param>
    /// <param name="mayBeHash">"#41" is a door here.</param>
    public static bool Precede(string text, bool mayBeHash = false)
    {
        if (text is [.., '£' or '$'] || (!mayBeHash && text is [.., '#']))
        {
            return true;
        }

        var end = text.AsSpan().TrimEnd(" :#,*-");
        return end.Length < text.Length && text.Length - end.Length <= 3 && Before.Contains(LastWord(end).ToString());
    }

    /// <param name="rest">It begins where the number ends.</param>
    public static bool Follow(string rest)
    {
        var word = rest.AsSpan().TrimStart(" ,-");
        var first = FirstWord(word).ToString();
        return word is ['/', ..] || After.Contains(first) || Numbered.Contains(first);
    }

    /// <summary>"Station Road no 49 bus": what is called a number is that of the thing right after it.</summary>
    /// <param name="rest">It begins where the number ends.</param>
    public static bool NameThing(string rest) => rest is [' ', ..] && Numbered.Contains(FirstWord(rest.AsSpan(1)).ToString());

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '\''))
        {
            end++;
        }

        return text[..end];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
