using FeedbackBot.Store.Rows;

namespace FeedbackBot.Teams;

/// <summary>Where a pressed card stands.</summary>
/// <param name="ShownInWardId">The ward for which it was posted there.</param>
/// <param name="Channel">The channel of the case's ward now; null while it has none.</param>
/// <param name="InWardsChannel">The click came from that very channel, so its presser is a member.</param>
public sealed record CardPlace(string ShownInWardId, ChannelRow? Channel, bool InWardsChannel);
