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

    /// <summary>JSON, as everything here that is only ever read with its post; null where there is none.</summary>
    public string? Links { get; set; }

    public required string AuthorName { get; set; }

    public string? AuthorHandle { get; set; }

    public string? AuthorPictureUrl { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public string? Url { get; set; }

    /// <summary>JSON.</summary>
    public required string Photos { get; set; }

    public string? Language { get; set; }

    public bool Sensitive { get; set; }

    public string? QuotedId { get; set; }

    /// <summary>JSON of the quoted post; null where the source didn't give it, too.</summary>
    public string? Quoted { get; set; }

    public string[]? WithheldIn { get; set; }

    /// <summary>JSON of what it said before.</summary>
    public string? Former { get; set; }

    /// <summary>When it was found to be public no longer and <see cref="Erase"/> was called. The row stays, so that a late delivery can't bring the words back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When its source last gave it, or was asked whether it is still there.</summary>
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>What a person asked for; the greater goes first.</summary>
    public LookupWish Wish { get; set; }

    public static PostRow Of(Post post)
    {
        var row = new PostRow { Id = post.Id, Source = "", EditionId = "", Text = "", AuthorName = "", Photos = "" };
        row.Set(post);
        return row;
    }

    /// <summary>Takes over a newer edition; what it said until now is kept.</summary>
    /// <param name="now">When the newer edition came.</param>
    public void Take(Post post, DateTimeOffset now)
    {
        var former = new FormerEdition(EditionId, Text, Read<TextLink>(Links), now.ToUniversalTime());
        Set(post);
        Keep(former);
        CheckedAt = now;
    }

    /// <summary>An edition that had been replaced before it came: the post stays as it is, and more is known of what it said.</summary>
    public void Keep(Post older)
    {
        var row = Of(older);
        Keep(new FormerEdition(row.EditionId, row.Text, Read<TextLink>(row.Links), null));
    }

    private void Keep(FormerEdition former)
    {
        var others = Read<FormerEdition>(Former);
        if (former.EditionId != EditionId && others.All(f => f.EditionId != former.EditionId))
        {
            Former = Written([.. others.Append(former).OrderBy(f => f.EditionId, Edition.OldestFirst)]);
        }
    }

    private void Set(Post post)
    {
        Source = post.Source;
        EditionId = post.EditionId;
        // PostgreSQL's text holds every character but this one.
        Text = Storable(post.Text);
        // A character less, and every link behind it would be one too far to the right.
        Links = Text.Length == post.Text.Length ? Written(post.Links) : null;
        AuthorName = Storable(post.Author.Name);
        AuthorHandle = post.Author.Handle;
        AuthorPictureUrl = post.Author.PictureUrl?.ToString();
        PostedAt = post.PostedAt.ToUniversalTime();
        Url = post.Url?.ToString();
        Photos = JsonSerializer.Serialize(post.Photos);
        Language = post.Language;
        Sensitive = post.Sensitive;
        QuotedId = post.Quote?.Id;
        Quoted = post.Quote?.Post is { } quoted ? JsonSerializer.Serialize(quoted) : null;
        WithheldIn = post.WithheldIn.Count == 0 ? null : [.. post.WithheldIn];
    }

    /// <summary>The ids of all its editions that are known.</summary>
    public IReadOnlyList<string> EditionIds() => [.. Read<FormerEdition>(Former).Select(f => f.EditionId).Append(EditionId).Append(Id).Distinct()];

    /// <summary>The post it quotes is no longer public: that there was one is all that stays.</summary>
    public void LoseQuote() => Quoted = null;

    /// <summary>Takes over where its source withholds it, or the post it quotes, by now.</summary>
    /// <param name="withheld">Countries by the edition's id; what isn't in it stays as it is.</param>
    /// <returns>Whether that is news.</returns>
    public bool Withhold(IReadOnlyDictionary<string, IReadOnlyList<string>> withheld)
    {
        var isNews = false;
        if (withheld.TryGetValue(EditionId, out var here) && !here.ToHashSet().SetEquals(WithheldIn ?? []))
        {
            WithheldIn = here.Count == 0 ? null : [.. here];
            isNews = true;
        }

        if (QuotedId is not null && Quoted is not null && withheld.TryGetValue(QuotedId, out var there)
            && JsonSerializer.Deserialize<Post>(Quoted) is { } quoted && !there.ToHashSet().SetEquals(quoted.WithheldIn))
        {
            Quoted = JsonSerializer.Serialize(quoted with { WithheldIn = there });
            isNews = true;
        }

        return isNews;
    }

    /// <summary>
    /// Everything that its author gave goes; ids and times stay, for the case's history and as a mark that it was here. Whoever adds a column with
    /// anything of the author's clears it here.
    /// </summary>
    public void Erase(DateTimeOffset now)
    {
        (Text, AuthorName, Photos) = ("", "", "[]");
        (AuthorHandle, AuthorPictureUrl, Url, Language) = (null, null, null, null);
        (Links, QuotedId, Quoted, WithheldIn, Former) = (null, null, null, null, null);
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
        Links = Read<TextLink>(Links),
        Author = new Author(AuthorName, AuthorHandle, AuthorPictureUrl is null ? null : new Uri(AuthorPictureUrl)),
        PostedAt = PostedAt,
        Url = Url is null ? null : new Uri(Url),
        Photos = JsonSerializer.Deserialize<List<Photo>>(Photos) ?? [],
        Language = Language,
        Sensitive = Sensitive,
        RemovedAt = RemovedAt,
        Quote = QuotedId is null ? null : new Quote(QuotedId, Quoted is null ? null : JsonSerializer.Deserialize<Post>(Quoted)),
        WithheldIn = WithheldIn ?? [],
        Former = Read<FormerEdition>(Former),
    };

    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static string? Written<T>(IReadOnlyCollection<T> all) => all.Count == 0 ? null : JsonSerializer.Serialize(all);

    private static List<T> Read<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json) ?? [];
}
