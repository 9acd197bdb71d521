namespace FeedbackBot.Cases;

/// <summary>
/// An alarm may be lifted and raised anew: each time is a round, and is brought to the lead like a first one. Which round it is, and who said
/// what in it, is told by the case's events alone.
/// </summary>
public static class AlarmRounds
{
    /// <summary>The one that goes on, or would be the next: 1 for a case's first.</summary>
    public static int Now(CaseFile file) => Lifts(file).Count() + 1;

    /// <summary>Who lifted it; null while nobody has.</summary>
    public static CaseEvent? Lifted(CaseFile file, int round) => Lifts(file).ElementAtOrDefault(round - 1);

    /// <summary>Who raised it; null where the post's words did.</summary>
    public static CaseEvent? Raised(CaseFile file, int round)
    {
        var (after, before) = (round == 1 ? 0 : Lifted(file, round - 1)?.Version, Lifted(file, round)?.Version ?? int.MaxValue);
        return file.Events.LastOrDefault(e => e.Kind == CaseEventKind.AlarmRaised && e.Version > after && e.Version < before);
    }

    /// <summary>How its case was closed; null where it wasn't, or where its post was edited since: nobody who closed it has seen what it says now.</summary>
    public static CaseEvent? Closed(CaseFile file) => file.Case.IsOpen ? null
        : file.Events.LastOrDefault(e => e.Kind is CaseEventKind.Resolved or CaseEventKind.Dismissed or CaseEventKind.Edited) is { Kind: not CaseEventKind.Edited } closed ? closed
        : null;

    /// <summary>Somebody may be at risk, and nobody who answers for it has seen to what the post says now.</summary>
    public static bool Rings(CaseFile file) => file.Case.Findings.Alarm is not null && Closed(file) is null;

    private static IEnumerable<CaseEvent> Lifts(CaseFile file) => file.Events.Where(e => e.Kind == CaseEventKind.AlarmLifted);
}
