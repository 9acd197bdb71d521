using System.Globalization;
using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>By what rule complaints are one pattern, with the organisation's settings. Its words stand on every pattern's card.</summary>
public sealed class PatternRule(PatternOptions options)
{
    /// <summary>Grows whenever the rule changes, so that a card says by which one its pattern was found.</summary>
    public const int Version = 1;

    public const int FewestPeople = 2;

    public TimeSpan UpdateEvery { get; } = TimeSpan.FromMinutes(options.UpdateMinutes);

    public TimeSpan AgainWithin { get; } = TimeSpan.FromDays(options.AgainDays);

    /// <summary>How far apart complaints about a topic may be; zero where the topic has no patterns.</summary>
    public TimeSpan Window(Topic topic) => options.HoursOf(topic) is { } hours
        ? TimeSpan.FromHours(hours)
        : topic is Topic.Cleanliness or Topic.Food ? TimeSpan.FromHours(48) : TimeSpan.FromDays(7);

    /// <param name="topic">Of the pattern.</param>
    /// <param name="name">The topic as people call it.</param>
    public string InWords(Topic topic, string name) =>
        $"Rule {Version}: different people complain about the same topic ({name}) in the same place within {Length(Window(topic))} of each other, and a case is still open. "
        + "Reposts and one author's further posts count once; complaints that name different spots, such as the men's and the ladies' toilet, don't count together.";

    /// <summary>"48 hours", "7 days".</summary>
    public static string Length(TimeSpan window) => window.TotalDays > 2 && window == TimeSpan.FromDays((int)window.TotalDays)
        ? $"{(int)window.TotalDays} days"
        : window == TimeSpan.FromHours(1) ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{window.TotalHours:0.#} hours");
}
