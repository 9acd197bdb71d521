namespace FeedbackBot.Posts.Samples;

/// <summary>One entry of sample-day.json.</summary>
/// <param name="At">When in the fictional day it was written; it only puts the posts in order.</param>
/// <param name="Avatar">A picture in LocalTeams/Photos without its ending; null where the author has none.</param>
/// <param name="Quotes">The id of an earlier entry that it quotes.</param>
/// <param name="Photo">A file in LocalTeams/Photos.</param>
public sealed record SamplePost(
    string Id,
    TimeOnly At,
    string Author,
    string Handle,
    string Text,
    string? Avatar = null,
    string? Photo = null,
    string? Alt = null,
    bool Repost = false,
    string? Language = null,
    string? Quotes = null)
{
    /// <summary>The post as handed out at this moment.</summary>
    /// <param name="photoBase">Where LocalTeams listens; null leaves the pictures out.</param>
    public Post ToPost(DateTimeOffset postedAt, Uri? photoBase) => new()
    {
        Id = $"sample-{Id}",
        Source = SamplePostSource.SourceName,
        EditionId = $"sample-{Id}",
        Text = Text,
        Author = new Author(Author, Handle, Picture(photoBase, Avatar is null ? null : $"{Avatar}.png")),
        PostedAt = postedAt,
        Photos = Picture(photoBase, Photo) is { } url ? [new Photo(url, Alt)] : [],
        Language = Language,
        IsRepost = Repost,
    };

    private static Uri? Picture(Uri? photoBase, string? file) =>
        photoBase is null || file is null ? null : new Uri($"{photoBase.AbsoluteUri.TrimEnd('/')}/local/photos/{file}");
}
