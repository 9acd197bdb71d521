using System.Globalization;

namespace FeedbackBot.Teams.Questions;

/// <summary>Finds the half of the day for times that don't say it themselves: "every evening at 8:30", "mornings at 8 and evenings at 6".</summary>
internal sealed class DigestHalves
{
    /// <summary>Before it nobody works: who names no half means the afternoon as likely as not.</summary>
    private const int FirstHour = 6;

    private const string Either = "I can't tell which time is in the morning and which in the evening. Write them out, for example \"digest 8:00,20:00\".";

    private readonly List<bool> _named = [];
    private readonly List<(TimeOnly At, bool IsOpen)> _times = [];

    /// <summary>"Every evening", apart from a time.</summary>
    public void Name(bool isPm) => _named.Add(isPm);

    public void Add(TimeOnly at, bool saysHalf) => _times.Add((at, !saysHalf && at.Hour < 12));

    /// <summary>A half may be named after its times, so only the whole tells.</summary>
    /// <returns>The times in the order in which they were said, or a sentence about one that may be in either half.</returns>
    public (IReadOnlyList<TimeOnly> Times, string? Fault) Settle()
    {
        var times = new List<TimeOnly>();
        for (var i = 0; i < _times.Count; i++)
        {
            var (at, isOpen) = _times[i];
            bool? isPm = !isOpen || _named.Count == 0 ? null
                : _named.Count == _times.Count ? _named[i]
                : _named.Distinct().Count() == 1 ? _named[0]
                : null;
            if (isOpen && isPm is null && (_named.Count > 0 || at.Hour < FirstHour))
            {
                return ([], _named.Count > 0 ? Either : Doubt(at));
            }

            times.Add(isPm == true ? at.AddHours(12) : at);
        }

        return times.Count > 0 && _named.Exists(isPm => !times.Exists(t => IsIn(t, isPm))) ? ([], Either) : (times, null);
    }

    private static string Doubt(TimeOnly at)
    {
        var said = at.ToString(at.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture);
        return $"Is that {said} in the morning or in the afternoon? Say {said}am or {at.AddHours(12).ToString("HH:mm", CultureInfo.InvariantCulture)}.";
    }

    /// <summary>A night goes on until people come to work.</summary>
    private static bool IsIn(TimeOnly at, bool isPm) => isPm ? at.Hour is >= 12 or < FirstHour : at.Hour < 12;
}
