namespace FeedbackBot.Triage.Personal;

/// <summary>Numbers in words as patterns for the finders: of a house, of a year.</summary>
internal static class NumberWords
{
    private const string One =
        "seventeen|thirteen|fourteen|fifteen|sixteen|eighteen|nineteen|eleven|twelve|ten|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|hundred|thousand|oh";

    /// <summary>"forty-one", "one hundred and four", "nineteen fifty-six".</summary>
    public const string Number = "(?>(?:" + One + ")(?:[ -](?:and )?(?:" + One + "))*)(?![a-z])";
}
