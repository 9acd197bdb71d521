using System.Text.Json;
using FeedbackBot.Posts;

namespace FeedbackBot.Store.Rows;

/// <summary>A post as it's stored.</summary>
public sealed class PostRow
{
    public required string Id { get; init; }

    public required string Source { get; set; }

    public required string EditionId { get; set; }

    public required string Text { get; set; }

    public required string AuthorName { get; set; }

    public string? AuthorHandle { get; set; }

    public string? AuthorPictureUrl { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public string? Url { get; set; }

    /// <summary>JSON: they're only ever read with their post.</summary>
    public required string Photos { get; set; }

    public string? Language { get; set; }

    public bool Sensitive { get; set; }

    /// <summary>When it was found to be public no longer and <see cref="Erase"/> was called. The row stays, so that a late delivery can't bring the words back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When its source last gave it, or was asked whether it is still there.</summary>
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>What a person asked for; the greater goes first.</summary>
    public LookupWish Wish { get; set; }

    /// <param name="now">When the source gave it.</param>
    public static PostRow Of(Post post, DateTimeOffset now)
    {
        var row = new PostRow { Id = post.Id, Source = "", EditionId = "", Text = "", AuthorName = "", Photos = "" };
        row.Take(post, now);
        return row;
    }

    /// <summary>Takes over a newer edition.</summary>
    public void Take(Post post, DateTimeOffset now)
    {
        CheckedAt = now;
        Source = post.Source;
        EditionId = post.EditionId;
        // PostgreSQL's text holds every character but this one.
        Text = post.Text.Replace("\0", "", StringComparison.Ordinal);
        AuthorName = post.Author.Name.Replace("\0", "", StringComparison.Ordinal);
        AuthorHandle = post.Author.Handle;
        AuthorPictureUrl = post.Author.PictureUrl?.ToString();
        PostedAt = post.PostedAt.ToUniversalTime();
        Url = post.Url?.ToString();
        Photos = JsonSerializer.Serialize(post.Photos);
        Language = post.Language;
        Sensitive = post.Sensitive;
    }

    /// <summary>
    /// Everything that its author gave goes; ids and times stay, for the case's history and as a mark that it was here. Whoever adds a column with
    /// anything of the author's clears it here.
    /// </summary>
    public void Erase(DateTimeOffset now)
    {
        Text = "";
        AuthorName = "";
        AuthorHandle = null;
        AuthorPictureUrl = null;
        Url = null;
        Photos = "[]";
        Language = null;
        Sensitive = false;
        Wish = LookupWish.None;
        RemovedAt = now;
    }

    public Post ToPost() => new()
    {
        Id = Id,
        Source = Source,
        EditionId = EditionId,
        Text = Text,
        Author = new Author(AuthorName, AuthorHandle, AuthorPictureUrl is null ? null : new Uri(AuthorPictureUrl)),
        PostedAt = PostedAt,
        Url = Url is null ? null : new Uri(Url),
        Photos = JsonSerializer.Deserialize<List<Photo>>(Photos) ?? [],
        Language = Language,
        Sensitive = Sensitive,
        RemovedAt = RemovedAt,
    };
}
