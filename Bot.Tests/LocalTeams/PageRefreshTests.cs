using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>The page asks for a viewer's own card as Teams does: one card in the channel, each with their own button first.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PageRefreshTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_fixer_sees_Resolve_where_others_see_Claim_and_after_the_claim_Release_too()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 drips", PageBot.Ward7);
        await using var staff = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await using var fixer = await Viewer.Open(browser, bot.Url, LocalPeople.Fixer, Viewer.At(PageBot.Ward7));

        await Expect(FirstButton(fixer)).ToHaveTextAsync("Resolve");
        await Expect(FirstButton(staff)).ToHaveTextAsync("Claim");

        await FirstButton(staff).ClickAsync();

        await Expect(staff.Message("Ward 7 drips").GetByRole(AriaRole.Button).Nth(1)).ToHaveTextAsync("Release");
        await Expect(fixer.Message("Ward 7 drips")).ToContainTextAsync("Claimed by Sam Okafor");
        await Expect(fixer.Message("Ward 7 drips").GetByRole(AriaRole.Button).Nth(1)).ToHaveTextAsync("Assign");
        Assert.Empty(fixer.Complaints);
    }

    private static ILocator FirstButton(Viewer viewer) => viewer.Message("Ward 7 drips").GetByRole(AriaRole.Button).First;
}
