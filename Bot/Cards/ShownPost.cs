using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>
/// A post as far as it may be shown. Where it mustn't be, there is no word, name or picture in it: whatever is drawn from it, and cards draw from nothing
/// else, has none either.
/// </summary>
public sealed record ShownPost
{
    private ShownPost(Post post, string? instead) => (Post, Instead) = (post, instead);

    /// <summary>Bare where it mustn't be shown.</summary>
    public Post Post { get; }

    /// <summary>What stands in its place: a sentence; null where it is shown.</summary>
    public string? Instead { get; }

    /// <summary>It may identify a patient. What was found in it, <see cref="Triage.Findings.Withheld"/> says.</summary>
    public bool IsWithheld { get; private init; }

    /// <summary>It is gone where it came from.</summary>
    public bool IsRemoved => Post.RemovedAt is not null;

    public static ShownPost Of(CaseFile file, Organisation organisation) =>
        file.Post.RemovedAt is not null ? new(Bare(file.Post), "Removed by its author, or no longer public on X. Its words and pictures are gone from here too.")
        : file.Case.Findings.Withheld is not null ? new(Bare(file.Post), "May identify a patient") { IsWithheld = true }
        : file.Post.IsWithheldIn(organisation.Country) ? new(Bare(file.Post), "X doesn't show this post in this country.")
        : new(file.Post, null);

    /// <summary>Made anew rather than emptied: what a post may hold one day isn't in it. X's own link has the author's name in it, this one hasn't.</summary>
    private static Post Bare(Post post) => new()
    {
        Id = post.Id,
        Source = post.Source,
        EditionId = post.EditionId,
        Text = "",
        Author = Author.Unknown,
        PostedAt = post.PostedAt,
        Url = PostBlock.IsOnX(post) && post.RemovedAt is null ? new Uri($"https://x.com/i/web/status/{Uri.EscapeDataString(post.EditionId)}") : null,
        RemovedAt = post.RemovedAt,
    };
}
