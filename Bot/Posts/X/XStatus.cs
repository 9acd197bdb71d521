namespace FeedbackBot.Posts.X;

/// <summary>What the reader of X is doing, as an operator needs to see it at a glance. All times UTC.</summary>
public sealed record XStatus
{
    /// <summary>Since when the stream is open; null while it isn't.</summary>
    public DateTimeOffset? ConnectedSince { get; init; }

    /// <summary>When the stream or a search last gave a post.</summary>
    public DateTimeOffset? LastPostAt { get; init; }

    /// <summary>When the stream last sent anything, an empty line included.</summary>
    public DateTimeOffset? LastSignOfLifeAt { get; init; }

    /// <summary>Interruptions that search has filled since the start.</summary>
    public int GapsFilled { get; init; }

    /// <summary>Posts that X gave since the start, by stream and search, repeats included.</summary>
    public long PostsRead { get; init; }

    /// <summary>Users that X gave with them, repeats included.</summary>
    public long UsersRead { get; init; }

    /// <summary>What is being waited for, one entry for each thing that is tried again (stream, rules, recent search); empty when all is well.</summary>
    public IReadOnlyList<XWait> Waits { get; init; } = [];

    /// <summary>Our rules at X, and how many X allows; null until X has said so.</summary>
    public int? Rules { get; init; }

    /// <inheritdoc cref="Rules"/>
    public int? RuleCap { get; init; }

    /// <summary>What an operator has to know and mend, in sentences: a refused hashtag, posts that search can't reach any more.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
