using Microsoft.Playwright;

namespace FeedbackBot.Tests.Cards;

/// <summary>
/// The golden cards drawn by Microsoft's renderer with Teams' look, as wide as a phone and as a channel. FEEDBACKBOT_SCREENSHOTS=FOLDER
/// keeps the pictures.
/// </summary>
[Collection(InOneBrowser.Name)]
public sealed class RenderTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int Phone = 360;
    private const int Channel = 700;
    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#8aa"/><circle cx="200" cy="150" r="90" fill="#cdd"/></svg>""";

    private static readonly string Node = Path.Combine(GoldenTests.Folder, "..", "node");

    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        if (Browser.WhyNot is not null)
        {
            return;
        }

        _page = await browser.Chromium.NewPageAsync();

        // Nothing leaves the machine: pictures are drawn here, everything else is refused.
        await _page.RouteAsync("**/*", route => route.Request.ResourceType == "image"
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "image/svg+xml", Body = Picture })
            : route.AbortAsync());
        await _page.SetContentAsync("<!doctype html><meta charset='utf-8'><title>cards</title><body style='margin:8px;background:#f5f5f5'><div id='card' style='background:white;border-radius:8px'></div>");
        await _page.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Path.Combine(Node, "node_modules/adaptivecards/dist/adaptivecards.css") });
        await _page.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Path.Combine(Node, "node_modules/adaptivecards-designer/dist/containers/teams-container-light.css") });
        await _page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(Node, "node_modules/adaptivecards/dist/adaptivecards.min.js") });
        await _page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(Node, "draw.js") });
        await _page.EvaluateAsync("config => { window.teams = JSON.parse(config); }", await File.ReadAllTextAsync(Path.Combine(Node, "node_modules/adaptivecards-designer/lib/hostConfigs/microsoft-teams-light.json")));
    }

    public Task DisposeAsync() => _page?.CloseAsync() ?? Task.CompletedTask;

    [BrowserFact]
    public async Task Every_golden_card_is_drawn_without_complaint_and_fits_a_phone()
    {
        var faults = new List<string>();
        foreach (var name in CardSamples.Cards.Keys)
        {
            foreach (var width in new[] { Phone, Channel })
            {
                await _page.SetViewportSizeAsync(width, 600);
                faults.AddRange((await Draw(name)).Select(e => $"{name} at {width}: {e}"));
                var shown = await _page.Locator("#card").InnerTextAsync();
                if (string.IsNullOrWhiteSpace(shown))
                {
                    faults.Add($"{name} at {width}: empty");
                }

                if (await _page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                {
                    faults.Add($"{name} at {width}: wider than the screen");
                }

                await Keep($"{name}-{width}");
            }
        }

        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Markup_in_a_post_stays_letters()
    {
        await Draw("post-hostile");

        var shown = await _page.Locator("#card").InnerTextAsync();
        Assert.Contains("**bold** [link](https://evil.example) <at>Everyone</at> {{DATE(2026-11-23T08:00:00Z)}} <script>document.title = 'owned'</script>", shown, StringComparison.Ordinal);
        Assert.Contains("""- list & "quotes" \n {{{TIME(2026-11-23T08:00:00Z)}}""", shown, StringComparison.Ordinal);
        Assert.Contains("# not a heading [x](https://evil.example) <at>All</at> {{TIME(2026-11-23T08:00:00Z)}}", shown, StringComparison.Ordinal);
        Assert.Equal("cards", await _page.TitleAsync());
        Assert.Equal(0, await _page.Locator("#card script, #card a[href*='evil.example'], #card at, #card img[src=x]").CountAsync());
    }

    [BrowserFact]
    public async Task Claim_works_though_the_note_that_Resolve_wants_is_empty()
    {
        await Draw("post-new");

        await Press("Claim");

        Assert.Equal("claim", await Verbs());
    }

    [BrowserFact]
    public async Task Resolve_asks_for_the_note_and_sends_it()
    {
        await Draw("post-new");
        await Press("Resolve");
        await Keep("opened-resolve");

        await _page.GetByRole(AriaRole.Button, new() { Name = "Resolve", Exact = true }).Last.ClickAsync();
        Assert.Equal("", await Verbs());
        Assert.Contains("Please say what was done.", await _page.Locator("#card").InnerTextAsync(), StringComparison.Ordinal);

        await _page.Locator("textarea").FillAsync("Mopped it.");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Resolve", Exact = true }).Last.ClickAsync();
        Assert.Equal("resolve", await Verbs());
        Assert.Equal("Mopped it.", await _page.EvaluateAsync<string>("window.pressed[0].data.note"));
    }

    [BrowserFact]
    public async Task Under_More_every_button_works_by_itself()
    {
        foreach (var (button, verb) in new[] { ("Move", "move"), ("Dismiss", "dismiss"), ("History", "history") })
        {
            await Draw("post-new");
            await Press("More");
            await Keep("opened-more");
            await Press(button);

            Assert.Equal(verb, await Verbs());
        }
    }

    [BrowserFact]
    public async Task A_sensitive_picture_shows_when_its_cover_is_pressed_and_hides_again()
    {
        await Draw("post-sensitive");
        Assert.Equal(["The author's picture"], await Seen());

        await _page.GetByRole(AriaRole.Button, new() { Name = "Show picture" }).First.PressAsync("Enter");
        await Keep("opened-sensitive");
        Assert.Equal(["The author's picture", "An empty paper holder"], await Seen());

        await _page.GetByRole(AriaRole.Button, new() { Name = "Hide picture" }).First.ClickAsync();
        Assert.Equal(["The author's picture"], await Seen());

        await _page.GetByRole(AriaRole.Button, new() { Name = "Show picture" }).Last.ClickAsync();
        Assert.Equal(["The author's picture", "A puddle that reaches the door"], await Seen());
    }

    [BrowserFact]
    public async Task Links_in_a_post_lead_where_X_says_and_the_quoted_post_stands_in_the_posts_own_block()
    {
        await Draw("post-quoting");

        var links = await _page.EvaluateAsync<string[]>("[...document.querySelectorAll('#card a')].map(a => a.innerText)");
        Assert.Superset(new HashSet<string> { "@priya_n", "#StOswins", "bbc.co.uk/cymrufyw/art…", "Quinn O’Malley", " @quinn_om" }, links.ToHashSet());
        await _page.GetByText("bbc.co.uk/cymrufyw/art…").ClickAsync();
        Assert.Equal("https://www.bbc.co.uk/cymrufyw/articles/c0", await _page.EvaluateAsync<string>("window.pressed[0].url"));
    }

    [BrowserFact]
    public async Task Where_charts_are_not_known_a_digest_shows_the_table_instead()
    {
        await Draw("digest");

        var rows = await _page.EvaluateAsync<string[]>("[...document.querySelectorAll('#card [role=row]')].map(r => r.innerText.replace(/\\s+/g, ' ').trim())");
        Assert.Equal(["Ward Waiting Claimed Resolved", "Ward 7 8 2 3", "X-ray waiting room 6 0 1", "gone 1 0 0"], rows);
    }

    private Task<string[]> Seen() => _page.EvaluateAsync<string[]>("[...document.querySelectorAll('#card img')].filter(i => i.checkVisibility()).map(i => i.alt)");

    private async Task<string[]> Draw(string name) =>
        await _page.EvaluateAsync<string[]>("card => window.draw(JSON.parse(card))", await File.ReadAllTextAsync(Path.Combine(GoldenTests.Folder, $"{name}.json")));

    private Task Press(string title) => _page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First.ClickAsync();

    private Task<string> Verbs() => _page.EvaluateAsync<string>("window.pressed.map(p => p.verb).join()");

    private async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("FEEDBACKBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
