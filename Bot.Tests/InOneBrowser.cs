namespace FeedbackBot.Tests;

/// <summary>Browser tests run one after another in the same Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class InOneBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
