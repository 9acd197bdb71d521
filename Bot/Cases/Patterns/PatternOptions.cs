using System.Globalization;
using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>The setting <c>Patterns</c>.</summary>
public sealed class PatternOptions
{
    public const string Section = "Patterns";

    private const int MostHours = 24 * 90;

    /// <summary>Hours by topic, 0 for none: <c>Patterns:Hours:Food</c>. What isn't named has its default. As written: of numbers, .NET's binder would drop what is none without a word.</summary>
    public IDictionary<string, string> Hours { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A card that changes with each of twenty posts is one that nobody reads.</summary>
    public double UpdateMinutes { get; set; } = 15;

    /// <summary>As long as one remembers having fixed it.</summary>
    public double AgainDays { get; set; } = 14;

    /// <summary>Hours of a topic; null where it has its default.</summary>
    public double? HoursOf(Topic topic) => Hours.TryGetValue($"{topic}", out var hours) ? Read(hours) : null;

    public IEnumerable<string> Faults()
    {
        foreach (var (topic, hours) in Hours)
        {
            if (!Enum.TryParse<Topic>(topic, ignoreCase: true, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(topic[0]))
            {
                yield return $"Patterns:Hours:{topic} is no topic. Use one of {string.Join(", ", Enum.GetNames<Topic>())}.";
            }

            if (Read(hours) is not (>= 0 and <= MostHours))
            {
                yield return $"Patterns:Hours:{topic} is '{hours}'. Use hours from 0 (no patterns) to {MostHours}.";
            }
        }

        if (UpdateMinutes is not (>= 0 and <= 1440))
        {
            yield return $"Patterns:UpdateMinutes is {UpdateMinutes}. Use minutes from 0 to 1440; 15 is the default.";
        }

        if (AgainDays is not (>= 0 and <= 90))
        {
            yield return $"Patterns:AgainDays is {AgainDays}. Use days from 0 (never say \"again after fixing\") to 90; 14 is the default.";
        }
    }

    private static double? Read(string hours) => double.TryParse(hours, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
