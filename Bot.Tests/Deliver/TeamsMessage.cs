namespace FeedbackBot.Tests.Deliver;

/// <summary>A message as people see it now.</summary>
/// <param name="Call">The request that wrote it, or last edited it.</param>
internal sealed record TeamsMessage(string Id, string Place, string Thread, TeamsCall Call);
