namespace FeedbackBot.Tests;

/// <summary>One running bot for all tests of a class; each brings a post of its own.</summary>
public sealed class BotFixture : IAsyncLifetime
{
    internal BotHost Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
