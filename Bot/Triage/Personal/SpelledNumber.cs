namespace FeedbackBot.Triage.Personal;

/// <summary>Numbers in words as patterns for the finders: of a house, of a year.</summary>
internal static class SpelledNumber
{
    private const string One =
        "seventeen|thirteen|fourteen|fifteen|sixteen|eighteen|nineteen|eleven|twelve|ten|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|hundred|thousand|oh";

    /// <summary>"forty-one", "one hundred and four", "nineteen fifty-six". Bounded, since a run of any length would be read again from each of its words.</summary>
    public const string Pattern = "(?>(?:" + One + ")(?:[ -](?:and )?(?:" + One + ")){0,5})(?![a-z])";
}
