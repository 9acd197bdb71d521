using System.Text.Json;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Cards;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>The page draws Teams' chart as well. With FEEDBACKBOT_SHOTS set to a folder, pictures of it are kept there.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PageChartTests(BrowserFixture browser)
{
    static PageChartTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task A_digest_has_its_chart_whose_figures_stand_in_words_and_whose_bars_are_as_long_as_they_say()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams);
        await using var boss = await Open(teams, ColorScheme.Light, 1280);
        var chart = boss.Page.GetByRole(AriaRole.Figure);

        await Expect(chart.Locator("figcaption")).ToHaveTextAsync("Ward by ward: waiting, claimed, resolved");
        await Expect(chart.Locator(".row")).ToHaveTextAsync(["Ward 7", "X-ray waiting room", "gone"]);
        await Expect(chart.Locator(".figure")).ToHaveTextAsync(["8 waiting", "2 claimed", "3 resolved", "6 waiting", "1 resolved", "1 waiting"]);
        await Expect(boss.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
        var widths = await chart.Locator(".part").EvaluateAllAsync<double[]>("parts => parts.map(p => p.getBoundingClientRect().width)");
        Assert.Equal(6, widths.Length);
        Assert.InRange(widths[0] / widths[3], 1.25, 1.45);
        Assert.InRange(widths[0] / widths[5], 7, 9);
        await KeepAsync(boss, "digest");
        Assert.Empty(boss.Complaints);
    }

    [BrowserFact]
    public async Task On_a_phone_in_the_dark_the_chart_is_no_wider_than_the_screen_and_no_two_parts_look_alike()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams);
        await using var boss = await Open(teams, ColorScheme.Dark, 390);
        var chart = boss.Page.GetByRole(AriaRole.Figure);

        await Expect(chart).ToBeVisibleAsync();
        var colours = await chart.Locator(".part").EvaluateAllAsync<string[]>("parts => parts.slice(0, 3).map(p => getComputedStyle(p).backgroundColor)");
        Assert.Equal(3, colours.Distinct().Count());
        Assert.True(await boss.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "Nobody scrolls sideways on a phone.");
        await chart.ScrollIntoViewIfNeededAsync();
        await KeepAsync(boss, "digest-phone");
        Assert.Empty(boss.Complaints);
    }

    private static void Post(LocalTeamsServer teams) => teams.Tenant.Post(
        LocalTeamsServer.Ward7,
        null,
        LocalSender.Bot,
        new(null, "Your digest", [JsonSerializer.Deserialize<JsonElement>(DigestSamples.Busy().ToJsonString())], []));

    private Task<Viewer> Open(LocalTeamsServer teams, ColorScheme colours, int width) =>
        Viewer.Open(browser, teams.Url, LocalPeople.Boss, Viewer.At(LocalTeamsServer.Ward7), colours, width, 844);

    private static async Task KeepAsync(Viewer viewer, string name)
    {
        if (Environment.GetEnvironmentVariable("FEEDBACKBOT_SHOTS") is { Length: > 0 } folder)
        {
            await viewer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
