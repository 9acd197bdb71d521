namespace FeedbackBot.Cases;

/// <summary>Who acts, and what they are to the case's ward.</summary>
/// <param name="IsMember">Of the ward's channel.</param>
/// <param name="IsFixer">Of the ward.</param>
public sealed record Actor(Person Person, bool IsMember, bool IsFixer, bool IsBoss);
