using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>Everyone can use the page: without a mouse, with a small screen, in the dark, by ear.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PageReachTests(BrowserFixture browser)
{
    static PageReachTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task Without_a_mouse_one_opens_a_channel_and_claims()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 asks for a blanket", PageBot.Ward7);
        await using var fixer = await Viewer.Open(browser, bot.Url, LocalPeople.Fixer, Viewer.At(PageBot.FrontDesk));
        await Expect(fixer.Channel("Ward 7")).ToBeVisibleAsync();
        var keyboard = fixer.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Expect(fixer.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the conversation" })).ToBeInViewportAsync();
        await TabTo(fixer.Page, "a.place");
        await keyboard.PressAsync("End");
        await Expect(fixer.Channel("Ward 7")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowUp");
        await Expect(fixer.Channel("Front desk")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(fixer.Heading).ToHaveTextAsync("Ward 7");
        await Expect(fixer.Channel("Ward 7")).ToBeFocusedAsync();
        await TabTo(fixer.Page, ".card button", "Claim");
        await Expect(fixer.Message("asks for a blanket").GetByRole(AriaRole.Button, new() { Name = "Claim" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");

        var card = fixer.Message("asks for a blanket");
        await Expect(card).ToContainTextAsync("Claimed by Fiona Webb");
        // The button is gone, and the keyboard is still where it was.
        Assert.True(await card.EvaluateAsync<bool>("m => m === document.activeElement || m.contains(document.activeElement)"));
    }

    [BrowserFact]
    public async Task With_the_arrow_keys_one_becomes_the_next_person_and_the_one_after()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.FrontDesk));
        var (people, chosen) = (viewer.Page.Locator(".people input"), viewer.Page.Locator(".people input:checked"));
        await chosen.FocusAsync();
        foreach (var _ in Enumerable.Range(1, 2))
        {
            var before = await chosen.GetAttributeAsync("value");
            await viewer.Page.Keyboard.PressAsync("ArrowRight");

            await Expect(viewer.Page.Locator($".people input[value='{before}']")).Not.ToBeCheckedAsync();
            await Expect(chosen).ToBeFocusedAsync();
        }

        Assert.True(await people.CountAsync() > 2);
    }

    [BrowserFact]
    public async Task In_a_low_window_one_still_finds_a_case()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 has a piano", PageBot.Ward7);
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await viewer.Page.SetViewportSizeAsync(640, 390);

        await viewer.Button("find a case…").ClickAsync();

        await Expect(viewer.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_arrives_is_said_to_those_who_do_not_see_it()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Boss, Viewer.At(PageBot.FrontDesk));
        await Expect(viewer.Heading).ToHaveTextAsync("Front desk");

        await bot.Post("Ward 7 has a piano", PageBot.Ward7);

        await Expect(viewer.Page.Locator("[aria-live=polite]")).ToContainTextAsync("Ward 7: A post about Ward 7");
    }

    [BrowserFact]
    public async Task A_reader_further_up_is_not_moved_but_told_of_new_messages()
    {
        await using var bot = await PageBot.Start();
        foreach (var n in Enumerable.Range(1, 30))
        {
            bot.Tenant.Post(PageBot.Ward7, null, LocalSender.Of(LocalPeople.Boss), LocalContent.Words($"Line {n}"));
        }

        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await Expect(viewer.Message("Line 30")).ToBeInViewportAsync();
        await viewer.Message("Line 10").First.ScrollIntoViewIfNeededAsync();

        await bot.Post("Ward 7 news", PageBot.Ward7);

        var newest = viewer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^[0-9]+ new message") });
        await Expect(newest).ToBeVisibleAsync();
        await Expect(viewer.Message("Line 10").First).ToBeInViewportAsync();
        await newest.ClickAsync();
        await Expect(viewer.Message("Ward 7 news").GetByRole(AriaRole.Button, new() { Name = "Claim" })).ToBeInViewportAsync();
        await Expect(newest).Not.ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Names_contrast_sizes_and_widths_are_right_in_both_colours_on_every_screen()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 was claimed", PageBot.Ward7);
        await bot.Post("Ward 7 is new https://a.example/a-very-long-address-that-has-no-place-to-break-but-must-not-widen-the-page-even-so", PageBot.Ward7);
        var faults = new List<string>();
        foreach (var (colours, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 320), (ColorScheme.Dark, 320) })
        {
            await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Boss, Viewer.At(PageBot.Ward7), colours, width, width == 320 ? 568 : 800);
            await viewer.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Here(), "page-check.js")));
            var claimed = viewer.Message("was claimed");
            await Expect(claimed).ToHaveCountAsync(1);
            async Task Check(string what) => faults.AddRange((await viewer.Page.EvaluateAsync<string[]>("pageFaults()")).Select(f => $"{colours}, {width}, {what}: {f}"));

            await Check("cards");
            await claimed.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await claimed.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
            await Expect(claimed.GetByText("Please give a reason")).ToBeInViewportAsync();
            await Expect(viewer.Page.Locator("#announcer")).ToContainTextAsync("Please give a reason");
            await Check("an answer");
            await claimed.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
            await Check("an unfolded card");
            await viewer.Button("Write as a patient").ClickAsync();
            await Check("the patient's box");
            await viewer.Page.Keyboard.PressAsync("Escape");
            await viewer.Button("Misbehave").ClickAsync();
            await viewer.Button("Switch on: Slow answers").ClickAsync();
            await Expect(viewer.Button("Behave again").Last).ToBeVisibleAsync();
            await Check("the switches");
            await viewer.Page.Keyboard.PressAsync("Escape");
            await Check("a strip");
            await viewer.Button("Behave again").First.ClickAsync();
            if (width == 320)
            {
                await viewer.Button("Channels and people").ClickAsync();
                await Check("the channels");
            }

            await viewer.Channel("FeedbackBot").ClickAsync();
            await viewer.Page.GetByLabel("Write in FeedbackBot").FillAsync("summary");
            await viewer.Page.Keyboard.PressAsync("Enter");
            await Expect(viewer.Message("Received").Last).ToContainTextAsync("Mill Road Hospital");
            await Check("the summary");
        }

        Assert.Equal("", string.Join(Environment.NewLine, faults));
    }

    [BrowserFact]
    public async Task The_colours_one_chooses_are_kept()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff);
        var ground = () => viewer.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var light = await ground();

        await viewer.Button("Dark colours").ClickAsync();
        await viewer.Page.ReloadAsync();

        await Expect(viewer.Button("Dark colours")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.NotEqual(light, await ground());
    }

    [BrowserFact]
    public async Task On_a_phone_the_channels_lie_behind_a_button_and_go_when_one_is_chosen()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.FrontDesk), width: 390, height: 844);
        await Expect(viewer.Channel("Ward 7")).ToHaveCountAsync(0);

        await viewer.Button("Channels and people").ClickAsync();
        await viewer.Channel("Ward 7").ClickAsync();

        await Expect(viewer.Heading).ToHaveTextAsync("Ward 7");
        await Expect(viewer.Channel("Ward 7")).ToHaveCountAsync(0);
        await viewer.Button("Channels and people").ClickAsync();
        await viewer.Page.Keyboard.PressAsync("Escape");
        await Expect(viewer.Button("Channels and people")).ToBeFocusedAsync();
    }

    private static async Task TabTo(IPage page, string selector, string words = "")
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("([s, w]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(w)", new[] { selector, words }))
            {
                return;
            }
        }

        Assert.Fail($"{selector} can't be reached by Tab.");
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
