namespace FeedbackBot.LocalTeams;

/// <summary>A change and where a page stands after it; without a change: read everything anew.</summary>
internal sealed record LocalNews(string Position, LocalChange? Change);
