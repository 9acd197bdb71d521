namespace FeedbackBot.LocalTeams;

/// <summary>A channel, or the bot's 1:1 chat with one person.</summary>
/// <param name="Person">The Entra object id of a chat's person; null for a channel.</param>
public sealed record LocalConversation(string Id, string Name, string? Person)
{
    public bool IsChannel => Person is null;
}
