using FeedbackBot.LocalTeams;
using Microsoft.Playwright;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>Someone with the page open in a browser of their own; whatever the page complains of is kept.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Viewer(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(20_000);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A line that is down is logged by the browser itself.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page itself: exceptions, and whatever the content policy stopped.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<Viewer> Open(
        BrowserFixture browser, Uri url, LocalPerson person, string query = "", ColorScheme colours = ColorScheme.Light, int width = 1280, int height = 800)
    {
        var context = await browser.Chromium.NewContextAsync(new()
        {
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        await context.AddInitScriptAsync($"sessionStorage.person ??= '{person.Id}'");
        var viewer = new Viewer(context, await context.NewPageAsync());
        await viewer.Page.GotoAsync(new Uri(url, $"/{query}").ToString());
        return viewer;
    }

    public static string At(string conversation, string? message = null) =>
        $"?conversation={Uri.EscapeDataString(conversation)}" + (message is null ? "" : $"&message={message}");

    /// <summary>The messages in which these words stand.</summary>
    public ILocator Message(string words) => Page.GetByRole(AriaRole.Article).Filter(new() { HasText = words });

    public ILocator Channel(string name) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
