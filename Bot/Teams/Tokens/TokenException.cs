namespace FeedbackBot.Teams.Tokens;

/// <summary>Microsoft's login gives the bot no token now. To whoever only wants an answer it is Teams that can't be reached.</summary>
public sealed class TokenException(string message, Exception? cause) : HttpRequestException(message, cause);
