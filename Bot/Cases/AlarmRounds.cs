namespace FeedbackBot.Cases;

/// <summary>
/// An alarm may be lifted and raised anew, and a case that was closed with one taken up again: each time is a round, and is brought to the lead like a first one. Which round it is,
/// and who said what in it, is told by the case's events alone.
/// </summary>
public static class AlarmRounds
{
    /// <summary>The one that goes on, or would be the next: 1 for a case's first.</summary>
    public static int Now(CaseFile file) => Ends(file).Count() + 1;

    /// <summary>Who lifted it; null while nobody has.</summary>
    public static CaseEvent? Lifted(CaseFile file, int round) => Ends(file).ElementAtOrDefault(round - 1) is { Kind: CaseEventKind.AlarmLifted } lifted ? lifted : null;

    /// <summary>How somebody who answers for it has seen to it: it was lifted, or its case closed; null while nobody has.</summary>
    public static CaseEvent? Ended(CaseFile file, int round) => Ends(file).ElementAtOrDefault(round - 1) ?? Closed(file);

    /// <summary>Who raised it; null where the post's words did.</summary>
    public static CaseEvent? Raised(CaseFile file, int round)
    {
        var ends = Ends(file).Select(e => e.Version).ToList();
        var (after, before) = (ends.ElementAtOrDefault(round - 2), ends.Count < round ? int.MaxValue : ends[round - 1]);
        return file.Events.LastOrDefault(e => e.Kind == CaseEventKind.AlarmRaised && e.Version > after && e.Version < before);
    }

    /// <summary>How its case was closed; null where it wasn't, or where its post was edited since: nobody who closed it has seen what it says now.</summary>
    public static CaseEvent? Closed(CaseFile file) => file.Case.IsOpen ? null
        : file.Events.LastOrDefault(e => e.Kind is CaseEventKind.Resolved or CaseEventKind.Dismissed or CaseEventKind.Edited) is { Kind: not CaseEventKind.Edited } closed ? closed
        : null;

    /// <summary>Somebody may be at risk, and nobody who answers for it has seen to what the post says now.</summary>
    public static bool Rings(CaseFile file) => file.Case.Findings.Alarm is not null && Closed(file) is null;

    /// <summary>A round ends when it is lifted; or, once its case is taken up again, when that was closed. Who closed it before an edit hasn't seen what was edited.</summary>
    private static IEnumerable<CaseEvent> Ends(CaseFile file)
    {
        var (closed, stands) = ((CaseEvent?)null, true);
        foreach (var left in file.Events)
        {
            switch (left.Kind)
            {
                case CaseEventKind.AlarmLifted:
                    (closed, stands) = (null, false);
                    yield return left;
                    break;
                case CaseEventKind.AlarmRaised or CaseEventKind.Edited:
                    (closed, stands) = (null, true);
                    break;
                case CaseEventKind.Resolved or CaseEventKind.Dismissed:
                    closed = stands ? left : null;
                    break;
                case CaseEventKind.Reopened or CaseEventKind.Moved when closed is not null:
                    yield return closed;
                    closed = null;
                    break;
            }
        }
    }
}
