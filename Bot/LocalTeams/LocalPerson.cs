namespace FeedbackBot.LocalTeams;

/// <summary>Someone whom the page can be: a person of the make-believe tenant.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Role">What the page says beside the name.</param>
public sealed record LocalPerson(string Id, string Name, string Role)
{
    /// <summary>The id that Teams puts into activities; not the Entra id, so a bot that mixes them up is found out here.</summary>
    public string ChannelId => $"29:1-{Id}";

    public bool HasId(string id) =>
        string.Equals(id, Id, StringComparison.OrdinalIgnoreCase) || string.Equals(id, ChannelId, StringComparison.OrdinalIgnoreCase);
}
