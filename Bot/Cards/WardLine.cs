namespace FeedbackBot.Cards;

/// <summary>A ward, its channel and what waits there.</summary>
/// <param name="ChannelName">Null while it has none.</param>
/// <param name="Waiting">Cases that are New.</param>
public sealed record WardLine(string WardId, string Name, string? ChannelName, int Waiting);
