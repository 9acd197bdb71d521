namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>One bot in real mode and one Microsoft for a whole table of requests.</summary>
public sealed class DoorFixture : IAsyncLifetime
{
    /// <summary>Speaks for Teams.</summary>
    internal FakeKey Key { get; } = new("teams-key", "msteams", "skype");

    /// <summary>Microsoft's too, and speaks for Teams too.</summary>
    internal FakeKey Sibling { get; } = new("sibling-key", "msteams");

    /// <summary>Microsoft's, but speaks for the web chat only.</summary>
    internal FakeKey WebChat { get; } = new("webchat-key", "webchat");

    /// <summary>Microsoft's, and speaks for nobody.</summary>
    internal FakeKey Silent { get; } = new("silent-key");

    /// <summary>Somebody's.</summary>
    internal FakeKey Stranger { get; } = new("teams-key", "msteams");

    internal FakeMetadata Metadata { get; private set; } = null!;

    internal RealBot Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Metadata = await FakeMetadata.Start();
        Metadata.Keys = [Key, Sibling, WebChat, Silent];
        Bot = await RealBot.Start(new Dictionary<string, string?> { ["Teams:OpenIdMetadataUrl"] = Metadata.Url });
    }

    internal Knock Knock() => new(Key, TimeProvider.System.GetUtcNow());

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Metadata.DisposeAsync();
        foreach (var key in new[] { Key, Sibling, WebChat, Silent, Stranger })
        {
            key.Dispose();
        }
    }
}
