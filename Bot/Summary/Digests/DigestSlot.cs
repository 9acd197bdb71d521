using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Summary.Digests;

/// <summary>One time at which a digest is due.</summary>
/// <param name="Key">The local day and time, "2026-11-23T08:30": never comes twice, whatever clocks do and wherever the boss is by then.</param>
/// <param name="At">The moment, in UTC.</param>
public sealed record DigestSlot(string Key, DateTimeOffset At)
{
    /// <summary>Of <see cref="Key"/>.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm";

    private const string Between = " at ";

    private const string Moment = Format + "'Z'";

    /// <summary>As it is kept of a sent one, "2026-11-23T08:30 at 2026-11-23T13:30Z": who has travelled since reads neither from the other.</summary>
    public string Text => $"{Key}{Between}{At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}";

    /// <summary>Reads <see cref="Text"/> back; null where it is none.</summary>
    /// <param name="zone">Where one that was kept without its moment came.</param>
    public static DigestSlot? Read(string? text, TimeZoneInfo zone)
    {
        var parts = text?.Split(Between) ?? [];
        if (parts.Length is 0 or > 2 || !DateTime.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown))
        {
            return null;
        }

        var isKept = DateTimeOffset.TryParseExact(parts[^1], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        return new DigestSlot(parts[0], isKept ? at : WallClock.First(shown, zone));
    }
}
