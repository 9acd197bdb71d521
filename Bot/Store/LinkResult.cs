namespace FeedbackBot.Store;

/// <summary>What linking a channel to a ward changed.</summary>
/// <param name="WardHadChannel">The id of the channel that showed the ward before; null if none, or if it's the same one.</param>
/// <param name="ChannelHadWard">The id of the ward that the channel showed before; null if none, or if it's the same one.</param>
public sealed record LinkResult(string? WardHadChannel, string? ChannelHadWard);
