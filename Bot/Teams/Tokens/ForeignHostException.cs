namespace FeedbackBot.Teams.Tokens;

/// <summary>Something was about to be sent where the bot sends nothing.</summary>
public sealed class ForeignHostException(string message) : HttpRequestException(message);
