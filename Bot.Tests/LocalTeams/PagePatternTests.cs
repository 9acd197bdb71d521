using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>A tired nurse with a phone sees that several complain. With FEEDBACKBOT_SHOTS set to a folder, what she saw is kept there as pictures.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PagePatternTests(BrowserFixture browser)
{
    static PagePatternTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task Who_sees_that_several_complain_goes_to_the_other_post_and_says_where_it_is_another_problem()
    {
        await using var bot = await PageBot.Start("--Escalations:Enabled=true");
        await bot.Post("The toilet in ward 7 is filthy and it stinks", PageBot.Ward7, "ann");
        await bot.Post("Disgusting smelly toilet in ward 7, so dirty", PageBot.Ward7, "bob");
        await using var nurse = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7), width: 390, height: 844);
        var anns = nurse.Message("it stinks");
        await Expect(anns).ToContainTextAsync("2 people complain about cleanliness here. The other post: ");
        await KeepAsync(nurse, anns, "pattern");

        var link = anns.GetByRole(AriaRole.Link).Filter(new() { HasTextRegex = new("[0-9]{2}:[0-9]{2}$") }).Last;
        Assert.Contains("message=", await link.GetAttributeAsync("href"), StringComparison.Ordinal);

        await anns.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Expect(anns.GetByRole(AriaRole.Button, new() { Name = "Not the same problem" })).ToBeVisibleAsync();
        await KeepAsync(nurse, anns, "pattern-more");
        await anns.GetByRole(AriaRole.Button, new() { Name = "Not the same problem" }).ClickAsync();
        await Expect(anns).Not.ToContainTextAsync("people complain");
        await Expect(nurse.Message("so dirty")).Not.ToContainTextAsync("people complain");

        // Then the fixer has mopped up, and it comes again.
        await anns.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).First.ClickAsync();
        await anns.GetByRole(AriaRole.Textbox).First.FillAsync("Unblocked, scrubbed, aired. Estates will look at the drain on Monday.");
        await anns.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).Last.ClickAsync();
        await Expect(anns).ToContainTextAsync("Resolved by");
        await bot.Post("Ward 7's toilet smells foul", PageBot.Ward7, "cat");
        await Expect(nurse.Message("smells foul")).ToContainTextAsync("Again after fixing. It was resolved on ");
        await KeepAsync(nurse, nurse.Message("smells foul"), "again");
        Assert.Empty(nurse.Complaints);
        Assert.True(await nurse.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "Nobody scrolls sideways on a phone.");
    }

    private static async Task KeepAsync(Viewer viewer, ILocator message, string name)
    {
        if (Environment.GetEnvironmentVariable("FEEDBACKBOT_SHOTS") is { Length: > 0 } folder)
        {
            await message.ScrollIntoViewIfNeededAsync();
            await viewer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
