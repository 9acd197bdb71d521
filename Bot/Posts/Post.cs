namespace FeedbackBot.Posts;

/// <summary>What a member of the public wrote, as the source gave it: never altered by us, though its author may edit or remove it.</summary>
public sealed record Post
{
    /// <summary>The key: for X the first id of the edit history, so that every edit is the same post.</summary>
    public required string Id { get; init; }

    /// <summary>The <see cref="IPostSource.Name"/> that read it.</summary>
    public required string Source { get; init; }

    /// <summary>The id of this edition; equal to <see cref="Id"/> until its author edits it. Newer editions have greater ids.</summary>
    public required string EditionId { get; init; }

    /// <summary>The whole text, empty where the post has none.</summary>
    public required string Text { get; init; }

    /// <summary>In the order of the text; none overlaps another.</summary>
    public IReadOnlyList<TextLink> Links { get; init; } = [];

    public required Author Author { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>Where the public can read it; null for posts that only exist here.</summary>
    public Uri? Url { get; init; }

    public IReadOnlyList<Photo> Photos { get; init; } = [];

    /// <summary>The post it quotes; null where it quotes none. A quoted post's own quote is left out.</summary>
    public Quote? Quote { get; init; }

    /// <summary>BCP 47 tag of the text's language as the source guessed it; null where it didn't.</summary>
    public string? Language { get; init; }

    /// <summary>The source says that it may show something sensitive.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Countries, by their ISO 3166 codes, in which the source mustn't show it; "XX" and "XY" stand for all.</summary>
    public IReadOnlyList<string> WithheldIn { get; init; } = [];

    /// <summary>What it said before, as far as we read it, the oldest first. Only a stored post has any.</summary>
    public IReadOnlyList<FormerEdition> Former { get; init; } = [];

    /// <summary>Whether it mustn't be shown in this country.</summary>
    public bool IsWithheldIn(string country) => WithheldIn.Any(c => c is "XX" or "XY" || c.Equals(country, StringComparison.OrdinalIgnoreCase));

    /// <summary>When the source said that the public can't read it any more: its words and pictures are gone from here too. Null while it can be read.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Someone passing on another's post: not a new post (design.md, section 2).</summary>
    public bool IsRepost { get; init; }
}
