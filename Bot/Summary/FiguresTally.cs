namespace FeedbackBot.Summary;

/// <summary>Figures while they are being counted.</summary>
internal sealed class FiguresTally
{
    private readonly List<TimeSpan> _toClaim = [];
    private readonly List<TimeSpan> _toResolve = [];

    public int Received { get; set; }

    public int Waiting { get; set; }

    public int Claimed { get; set; }

    public int Dismissed { get; set; }

    public int Complaints { get; set; }

    public int Praise { get; set; }

    public int Thanked { get; set; }

    public int Corrected { get; set; }

    public int Again { get; set; }

    public int Alarms { get; set; }

    public int AlarmsLifted { get; set; }

    public int AlarmsRaised { get; set; }

    public void AddClaim(TimeSpan after) => _toClaim.Add(after);

    public void AddResolution(TimeSpan after) => _toResolve.Add(after);

    public WardFigures ToFigures() => new(Received, Waiting, Claimed, _toResolve.Count, Dismissed, Median(_toClaim), Median(_toResolve))
    {
        Complaints = Complaints,
        Praise = Praise,
        Thanked = Thanked,
        Corrected = Corrected,
        Again = Again,
        Alarms = Alarms,
        AlarmsLifted = AlarmsLifted,
        AlarmsRaised = AlarmsRaised,
    };

    /// <summary>The middle one; of an even number the mean of the middle two.</summary>
    private static TimeSpan? Median(List<TimeSpan> times)
    {
        if (times.Count == 0)
        {
            return null;
        }

        times.Sort();
        var upper = times[times.Count / 2];
        return times.Count % 2 == 1 ? upper : (times[(times.Count / 2) - 1] + upper) / 2;
    }
}
