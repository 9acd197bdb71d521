namespace FeedbackBot.Store;

/// <summary>A post that is to be looked up on its source.</summary>
/// <param name="EditionId">The newest edition that is known: the one to ask for.</param>
/// <param name="CheckedAt">When its source last gave it or was asked.</param>
public sealed record LookupDue(string PostId, string EditionId, DateTimeOffset CheckedAt);
