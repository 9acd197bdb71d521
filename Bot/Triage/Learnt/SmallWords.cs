namespace FeedbackBot.Triage.Learnt;

/// <summary>Words that say nothing themselves and change what others say.</summary>
public static class SmallWords
{
    /// <summary>They turn the next words round, up to the end of the clause.</summary>
    public static readonly HashSet<uint> Negations = Of(
        """
        not no never dont didnt doesnt isnt wasnt werent cant cannot couldnt wouldnt wont havent hasnt hadnt without nothing nobody none nor hardly barely
        lack lacks lacking lacked aint shouldnt arent neither zero didn don
        """);

    /// <summary>After them comes what the author thinks in spite of what went before.</summary>
    public static readonly HashSet<uint> Turns = Of("but however although though except unfortunately yet whereas apart shame sadly");

    /// <summary>They carry no meaning that could be shown as a reason.</summary>
    public static readonly HashSet<uint> Empty = Of(
        """
        a an the and or of to in on at for from with by as is was are were be been being am it its this that these those i me my mine we us our you your he him
        his she her they them their there here who which what when where how why if so than then have has had do does did will would can could should may might
        must just very really all any some also only about into out up over after before because while one 0 im ive youre theyre id
        """);

    /// <summary>What people write who leave out apostrophes.</summary>
    public static readonly HashSet<uint> WithoutApostrophe = Of("dont didnt doesnt isnt wasnt werent cant couldnt wouldnt wont havent hasnt hadnt shouldnt im ive youre theyre thats");

    private static HashSet<uint> Of(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => FeatureHash.Of(word))];
}
