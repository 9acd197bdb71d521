namespace FeedbackBot.Cases;

/// <summary>Who acts, and what they are to the case's ward.</summary>
/// <param name="IsMember">Of the ward's channel.</param>
/// <param name="IsFixer">Of the ward.</param>
/// <param name="IsBoss">Of the ward, or of all.</param>
public sealed record Actor(Person Person, bool IsMember, bool IsFixer, bool IsBoss)
{
    /// <summary>May close what must not wait: the safeguarding lead and the deputies; the bosses where there is no lead, the members where there is neither.</summary>
    public bool MayCloseAlarms { get; init; }

    /// <summary>Who may, for a sentence to those who may not.</summary>
    public string ClosesAlarms { get; init; } = "the safeguarding lead or a deputy";
}
