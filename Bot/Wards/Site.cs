namespace FeedbackBot.Wards;

/// <summary>One of several hospitals of an organisation, with bosses for all of its wards.</summary>
/// <param name="Bosses">Entra object ids.</param>
public sealed record Site(string Name, IReadOnlyList<string> Bosses);
