namespace FeedbackBot.Store;

/// <summary>A post that is to be looked up on its source, together with the post it quotes.</summary>
/// <param name="EditionId">The newest edition that is known: the one to ask for.</param>
/// <param name="CheckedAt">When its source last gave it or was asked.</param>
/// <param name="QuotedId">The post whose words stand in it; null where it quotes none, or none of its words are kept.</param>
public sealed record LookupDue(string PostId, string EditionId, DateTimeOffset CheckedAt, string? QuotedId)
{
    /// <summary>What the source has to be asked for.</summary>
    public IReadOnlyList<string> Ids => QuotedId is null ? [EditionId] : [EditionId, QuotedId];
}
