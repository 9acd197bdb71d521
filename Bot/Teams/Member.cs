namespace FeedbackBot.Teams;

/// <summary>Someone in a channel, as Teams lists them.</summary>
/// <param name="TeamsId">The id that Teams gives a person for one bot (<c>29:…</c>), which mentions and refreshes go by.</param>
public sealed record Member(string Name, string? TeamsId);
