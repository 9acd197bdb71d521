namespace FeedbackBot.LocalTeams;

/// <summary>Who a message is from, as it was when it was sent.</summary>
public sealed record LocalSender(string Id, string Name, bool IsBot)
{
    public static LocalSender Bot { get; } = new("28:bot", "FeedbackBot", true);

    public static LocalSender Of(LocalPerson person) => new(person.Id, person.Name, false);
}
