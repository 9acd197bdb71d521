namespace FeedbackBot.Wards;

/// <summary>How the bot writes a person's Entra object id: as Teams does, in small letters. People copy ids from portals in capitals, or in braces.</summary>
public static class EntraId
{
    /// <returns>What is no GUID stays as it is: other tenants' simulators name people as they like.</returns>
    public static string Of(string id) => Guid.TryParse(id, out var guid) ? guid.ToString() : id.Trim();
}
