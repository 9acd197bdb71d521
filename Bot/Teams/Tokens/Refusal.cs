namespace FeedbackBot.Teams.Tokens;

/// <summary>Why a request isn't let in.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Why">For our log: fixed words, never what the request carried.</param>
/// <param name="Answer">For the caller; empty where a stranger would only learn from it.</param>
public sealed record Refusal(int Status, string Why, string Answer = "");
