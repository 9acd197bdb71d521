namespace FeedbackBot.Deliver;

/// <summary>Why a lane's run came to its end.</summary>
/// <param name="Mine">False when another instance has the lane: looking again at once would find the same.</param>
/// <param name="RestsUntil">When Teams' windows let it go on; null when nothing is due.</param>
public sealed record LaneStop(bool Mine, DateTimeOffset? RestsUntil);
