namespace FeedbackBot.Tests;

/// <summary>A test in a browser: on a laptop without one it's left out and says so, in CI it fails.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.WhyNot;
}
