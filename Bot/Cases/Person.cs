namespace FeedbackBot.Cases;

/// <summary>Someone who works here.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Name">As Teams shows it.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>Entra ids are GUIDs, which people and systems write in either case.</summary>
    public bool Is(Person? other) => other is not null && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);
}
