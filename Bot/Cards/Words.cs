using System.Globalization;

namespace FeedbackBot.Cards;

/// <summary>Times and figures in British English, the same on every machine.</summary>
public static class Words
{
    /// <summary>"23 Nov, 14:05" on the organisation's clock.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"12 min", "1 h 5 min", "2 days 3 h"; a dash for none.</summary>
    public static string Duration(TimeSpan? span) => span switch
    {
        null => "–",
        { TotalMinutes: < 1 } => "under 1 min",
        { TotalHours: < 1 } s => $"{s.Minutes} min",
        { TotalDays: < 1 } s => s.Minutes == 0 ? $"{s.Hours} h" : $"{s.Hours} h {s.Minutes} min",
        { } s => $"{Count(s.Days, "day", "days")}{(s.Hours == 0 ? "" : $" {s.Hours} h")}",
    };

    public static string Figure(int figure) => figure.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => $"{Figure(count)} {(count == 1 ? one : many)}";
}
