using FeedbackBot.Summary;
using FeedbackBot.Triage;

namespace FeedbackBot.Teams.Questions;

/// <summary>The words that people use when they talk to the bot, by what they mean to it.</summary>
internal static class Vocabulary
{
    /// <summary>What politeness and habit put before a question.</summary>
    public static readonly HashSet<string> Openers = Set(
        "hi hello hey hiya dear morning afternoon evening good please pls can could would will you i id im want wanted need like love to see get show me us give tell send the a ok okay bot feedbackbot so and");

    public static readonly HashSet<string> Closers = Set("please pls thanks thank you cheers ta");

    /// <summary>Who begins so asks nothing.</summary>
    public static readonly HashSet<string> Thanks = Set("thank thanks");

    /// <summary>What stands between "find" and the words to find.</summary>
    public static readonly HashSet<string> BeforeSoughtWords = Set("me us for all any every the a an case cases post posts about with containing mentioning that which who says say mentions mention");

    public static readonly HashSet<string> Prepositions = Set("on in for at of about from");

    public static readonly HashSet<string> Places = Set("waiting room area hall list lounge");

    /// <summary>What stands for "the ward we are in" or "everywhere" rather than for a ward's name.</summary>
    public static readonly HashSet<string> Anywhere = Set("ward wards channel place hospital everywhere everything everyone all here us team unit");

    private static readonly HashSet<string> SummaryWords = Set("summaries summarise summarize report reports figures numbers stats statistics overview totals");

    private static readonly HashSet<string> OpenWords = Set("open outstanding unresolved unclaimed pending todo left waiting");

    private static readonly HashSet<string> WeekWords = Set("week weeks weekly");

    private static readonly HashSet<string> NewsWords = Set("how hows happened happening happen news");

    private static readonly HashSet<string> BeforeAWard = Set(
        "what whats which where how hows many much who whos is are isnt was were did do does has have had been be there theres any anything every everything all "
        + "happened happening happen news came come in on at for of from about to with by the a an this that these our my me us we it its up "
        + "case cases post posts ones complaint complaints compliment compliments new still so far right just now currently "
        + "open waiting claimed resolved dismissed received resolve claim close closed get got last past day days daily channel here and s");

    private static readonly HashSet<string> AfterAWard = Set(
        "doing going been like so far right now currently there here still please pls thanks thank you cheers ta morning afternoon evening night "
        + "case cases post posts looking look got get open waiting happened happening this last past the day is are was have has in to channel");

    /// <summary>"help", and the other ways to ask what this is.</summary>
    private static readonly string[] HelpPhrases =
    [
        "help", "commands", "what can you", "what can i", "what do you do", "what are you", "who are you", "how are you", "how does this", "how does it work",
        "how do you", "how do i", "what is this", "whats this",
    ];

    private static readonly string[] MinePhrases =
    [
        "mine", "my case", "my cases", "my open", "my claims", "my claimed", "my list", "my work", "my ones", "my plate", "have i got", "have i claimed", "ive got",
        "ive claimed", "i got", "i have", "do i have", "am i on", "am i doing", "assigned to me", "i claimed",
    ];

    /// <summary>"status", and the other ways to ask how the bot is doing.</summary>
    private static readonly HashSet<string> StatusPhrases =
        ["status", "x status", "bot status", "your status", "status of x", "whats your status", "what is your status", "is x connected", "are you connected"];

    public static bool IsStatus(string said) => StatusPhrases.Contains(said);

    public static bool IsHelp(string said) => HelpPhrases.Any(p => said == p || said.StartsWith(p + " ", StringComparison.Ordinal));

    public static bool IsMine(string said) => said == "my" || MinePhrases.Any(p => $" {said} ".Contains($" {p} ", StringComparison.Ordinal));

    /// <summary>Said alone these are questions, whatever an operator calls a ward.</summary>
    public static bool IsQuestion(string key) => IsOpen(key) || IsSummary(key) || IsNews(key) || IsHelp(key) || IsMine(key) || IsStatus(key) || key == "wards";

    public static bool IsUnlink(string key) => Typo.Means(key, "unlink");

    public static bool IsFind(string key) => key == "find" || Typo.Means(key, "search");

    public static bool IsSummary(string key) => SummaryWords.Contains(key) || Typo.Means(key, "summary");

    public static bool IsOpen(string key) => OpenWords.Contains(key) || key == "opened";

    public static bool IsNews(string key) => NewsWords.Contains(key) || RangeOf(key) is not null;

    public static bool MayStandBefore(string key) => BeforeAWard.Contains(key) || RangeOf(key) is not null;

    public static bool MayStandAfter(string key) => AfterAWard.Contains(key) || RangeOf(key) is not null;

    /// <summary>Null for a word that says nothing about time.</summary>
    public static SummaryRange? RangeOf(string key) =>
        Typo.Means(key, "today") || key is "todays" or "tonight" ? SummaryRange.Today
        : Typo.Means(key, "yesterday") || key == "yesterdays" ? SummaryRange.Yesterday
        : WeekWords.Contains(key) ? SummaryRange.Week
        : null;

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
