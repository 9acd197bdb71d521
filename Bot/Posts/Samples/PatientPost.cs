namespace FeedbackBot.Posts.Samples;

/// <summary>What local mode's box for patients sends, not yet checked.</summary>
public sealed record PatientPost(string? Text, string? Author, string? Handle, string? PhotoUrl, string? PhotoAltText);
