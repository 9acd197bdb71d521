namespace FeedbackBot.LocalTeams;

/// <summary>What the bot answered to an activity over HTTP.</summary>
/// <param name="Status">0: nothing came; <paramref name="Body"/> says why.</param>
public sealed record BotAnswer(int Status, string Body)
{
    public bool IsOk => Status is >= 200 and < 300;
}
