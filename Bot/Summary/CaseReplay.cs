using FeedbackBot.Cases;

namespace FeedbackBot.Summary;

/// <summary>Says where a case stood at any moment, from its events alone.</summary>
public static class CaseReplay
{
    /// <param name="events">Oldest first.</param>
    /// <param name="moment">Its own events included.</param>
    /// <returns>Null when the case hadn't arrived yet.</returns>
    public static CaseStanding? At(IReadOnlyList<CaseEvent> events, DateTimeOffset moment)
    {
        CaseStanding? standing = null;
        foreach (var happened in events)
        {
            if (happened.At <= moment)
            {
                standing = After(standing, happened);
            }
        }

        return standing;
    }

    private static CaseStanding? After(CaseStanding? before, CaseEvent happened) => happened.Kind switch
    {
        CaseEventKind.Received or CaseEventKind.Released or CaseEventKind.Reopened or CaseEventKind.Moved => New(happened, CaseState.New),
        CaseEventKind.Claimed or CaseEventKind.Assigned => New(happened, CaseState.Claimed),
        CaseEventKind.Resolved => New(happened, CaseState.Resolved),
        CaseEventKind.Dismissed => New(happened, CaseState.Dismissed),
        CaseEventKind.Edited or CaseEventKind.Removed or CaseEventKind.Thanked or CaseEventKind.Replied or CaseEventKind.Corrected
            or CaseEventKind.HandedToPals or CaseEventKind.PalsAcknowledged => before,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "An event that no summary knows."),
    };

    private static CaseStanding New(CaseEvent happened, CaseState state) => new(happened.WardId, state, happened.At);
}
