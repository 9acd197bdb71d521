namespace FeedbackBot.Posts.X;

/// <summary>One page of a search, newest first as X gives it.</summary>
/// <param name="Billed">What X bills for it.</param>
/// <param name="NewestId">The greatest id on it; null on an empty page.</param>
/// <param name="NextToken">Leads to the next, older page; null on the last.</param>
public sealed record XPage(IReadOnlyList<XLine> Lines, XBilled Billed, string? NewestId, string? NextToken);
