namespace FeedbackBot.Wards;

/// <summary>"Ward 7's", "Lavatories'": whose something is, by the name of a ward.</summary>
public static class Possessive
{
    public static string Of(string name) =>
        name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? name
        : name.EndsWith('s') || name.EndsWith('S') ? $"{name}'"
        : $"{name}'s";
}
