namespace FeedbackBot.Posts;

/// <summary>A picture in a post, or the still of a video.</summary>
/// <param name="AltText">The author's description; null where there is none.</param>
public sealed record Photo(Uri Url, string? AltText, bool IsVideo = false);
