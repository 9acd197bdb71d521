namespace FeedbackBot.Posts;

/// <summary>A picture in a post, or the still of a video.</summary>
/// <param name="AltText">The author's description; null where there is none.</param>
/// <param name="IsVideo">A still of something that moves.</param>
/// <param name="IsAnimation">A short silent one that repeats, which X calls an animated GIF.</param>
/// <param name="Width">In pixels; null where the source didn't say.</param>
/// <param name="Height">In pixels; null where the source didn't say.</param>
public sealed record Photo(Uri Url, string? AltText, bool IsVideo = false, bool IsAnimation = false, int? Width = null, int? Height = null);
