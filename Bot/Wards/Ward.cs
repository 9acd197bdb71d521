namespace FeedbackBot.Wards;

/// <summary>Any place with its own channel: ward, clinic, waiting room, lavatory block.</summary>
/// <param name="Id">Short and stable; stored with every case.</param>
/// <param name="Hashtags">Without the #.</param>
/// <param name="Words">Place words that name it in a post with the organisation's hashtag.</param>
/// <param name="Fixers">Entra object ids.</param>
public sealed record Ward(
    string Id,
    string Name,
    IReadOnlyList<string> Hashtags,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Fixers,
    bool IsFrontDesk)
{
    /// <summary>Entra object ids of its own bosses, apart from its site's and the organisation's.</summary>
    public IReadOnlyList<string> Bosses { get; init; } = [];

    /// <summary>Null in an organisation of one hospital.</summary>
    public Site? Site { get; init; }
}
