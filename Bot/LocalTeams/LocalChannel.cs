namespace FeedbackBot.LocalTeams;

/// <summary>A channel that the local team has from its start.</summary>
public sealed record LocalChannel(string Id, string Name)
{
    public static LocalChannel ForWard(string wardId, string name) => new($"19:{wardId}@thread.tacv2", name);
}
