namespace FeedbackBot.Posts;

/// <summary>Who wrote a post, as far as the source said.</summary>
/// <param name="Name">The display name; "Someone" where the source gave none.</param>
/// <param name="Handle">Without the @; null where the source gave none.</param>
/// <param name="PictureUrl">The avatar; null where the source gave none.</param>
public sealed record Author(string Name, string? Handle, Uri? PictureUrl)
{
    public static Author Unknown { get; } = new("Someone", null, null);

    /// <summary>The author's page on X; null without a handle.</summary>
    public Uri? ProfileUrl => Handle is null ? null : new Uri($"https://x.com/{Uri.EscapeDataString(Handle)}");
}
