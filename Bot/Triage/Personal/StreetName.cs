using System.Text.RegularExpressions;

namespace FeedbackBot.Triage.Personal;

/// <summary>A street's or a house's name in the plain text, up to the word for its kind.</summary>
internal readonly record struct StreetName(int Start, int End, string Kind)
{
    /// <summary>As a pattern: words that may be a name, and the kind somewhere among them.</summary>
    public const string Words = @"(?:[a-z][a-z'-]{0,20}\.? ){1,4}[a-z]{2,12}(?![a-z-]|'[a-z])";

    /// <returns>The words up to the first that is a kind of street or house; null where there is none or a sentence stands before it.</returns>
    public static StreetName? Read(Group words)
    {
        StreetName? street = null;
        var isOver = false;
        var at = words.Index;
        foreach (var word in words.Value.Split(' '))
        {
            var bare = word.TrimEnd('.', '\'');
            if (at > words.Index && (AddressForms.IsStreet(bare) || AddressForms.IsHouse(bare)))
            {
                // "Hill View", "Park Road": the last of the kinds is the street's.
                street = new StreetName(words.Index, at + bare.Length, bare);
                isOver = word.Length > bare.Length;
            }
            else if (street is not null || AddressForms.IsProse(bare))
            {
                return street;
            }

            at += word.Length + 1;
            if (isOver)
            {
                return street;
            }
        }

        return street;
    }
}
