using System.Globalization;
using FeedbackBot.Wards;

namespace FeedbackBot.Summary.Digests;

/// <summary>The days and times at which a boss wants a digest, in whatever zone the boss is.</summary>
public sealed record DigestSchedule
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <exception cref="ArgumentException">No day, or no time.</exception>
    public DigestSchedule(IEnumerable<DayOfWeek> days, IEnumerable<TimeOnly> times)
    {
        var chosen = days.ToHashSet();
        Days = [.. Week.Where(chosen.Contains)];
        Times = [.. times.Distinct().Order()];
        if (Days.Count == 0 || Times.Count == 0)
        {
            throw new ArgumentException("A digest needs a day and a time.");
        }
    }

    /// <summary>From Monday to Sunday.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; }

    /// <summary>From morning to night.</summary>
    public IReadOnlyList<TimeOnly> Times { get; }

    /// <summary>As a boss would type it, and as it is stored: "Mon,Tue 08:30,17:00".</summary>
    public string Text => $"{string.Join(',', Days.Select(d => d.ToString()[..3]))} {string.Join(',', Times.Select(Shown))}";

    /// <summary>"Monday to Friday at 08:30 and 17:00".</summary>
    public string InWords => $"{DaysInWords()} at {Listed([.. Times.Select(Shown)])}";

    public bool Equals(DigestSchedule? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    /// <summary>Reads <see cref="Text"/> back; null where it is none.</summary>
    public static DigestSchedule? Read(string text)
    {
        if (text.Split(' ') is not [var days, var times])
        {
            return null;
        }

        var read = days.Split(',').Select(d => Week.Select(w => (DayOfWeek?)w).FirstOrDefault(w => w.ToString()![..3] == d)).ToList();
        var at = times.Split(',')
            .Select(t => TimeOnly.TryParseExact(t, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : (TimeOnly?)null).ToList();
        return read.Contains(null) || at.Contains(null) ? null : new DigestSchedule(read.OfType<DayOfWeek>(), at.OfType<TimeOnly>());
    }

    /// <summary>The times that lie after <paramref name="from"/> and not after <paramref name="to"/>, each once, in order.</summary>
    public IReadOnlyList<DigestSlot> DueBetween(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone) => [.. Slots(from, to, zone)];

    private static string Shown(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    /// <summary>Local days in order, and times in order within them, are moments in order: clocks show each first time later than the one before.</summary>
    private IEnumerable<DigestSlot> Slots(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        // Where clocks jump, a local day may reach into the moments of its neighbours.
        var last = DateOnly.FromDateTime(WallClock.Shows(to, zone)).AddDays(1);
        for (var day = DateOnly.FromDateTime(WallClock.Shows(from, zone)).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            if (!Days.Contains(day.DayOfWeek))
            {
                continue;
            }

            foreach (var time in Times)
            {
                var shown = day.ToDateTime(time);
                var at = WallClock.First(shown, zone);
                if (at > from && at <= to)
                {
                    yield return new DigestSlot(shown.ToString(DigestSlot.Format, CultureInfo.InvariantCulture), at);
                }
            }
        }
    }

    private string DaysInWords()
    {
        if (Days.Count == 7)
        {
            return "every day";
        }

        var isRow = Days.Count > 2 && Array.IndexOf(Week, Days[^1]) - Array.IndexOf(Week, Days[0]) == Days.Count - 1;
        return isRow ? $"{Days[0]} to {Days[^1]}" : Listed([.. Days.Select(d => d.ToString())]);
    }
}
