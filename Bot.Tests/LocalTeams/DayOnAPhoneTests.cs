using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>Staff, fixer and boss do their day on phones. With FEEDBACKBOT_SHOTS set to a folder, what they saw is kept there as pictures.</summary>
[Collection(InOneBrowser.Name)]
public sealed class DayOnAPhoneTests(BrowserFixture browser)
{
    private const int PhoneWidth = 390;

    static DayOnAPhoneTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task Staff_see_a_smelly_bog_a_fixer_mends_it_and_the_boss_hears_of_it()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("The bog in ward 7 smells like a crime scene", PageBot.Ward7);
        await using var staff = await OnPhone(bot, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await using var fixer = await OnPhone(bot, LocalPeople.Fixer, Viewer.At(PageBot.Ward7));
        await using var boss = await OnPhone(bot, LocalPeople.Boss);

        // A member of staff sees it and gives it to the ward's fixer.
        var seen = staff.Message("crime scene");
        await Expect(seen).ToContainTextAsync("New — nobody has it yet");
        await KeepAsync(staff, "staff-new");
        await seen.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
        await seen.GetByRole(AriaRole.Combobox).First.SelectOptionAsync(new SelectOptionValue { Label = "Fiona Webb (fixer)" });
        await seen.GetByRole(AriaRole.Button, new() { Name = "Assign" }).Last.ClickAsync();
        await Expect(seen).ToContainTextAsync("Claimed by Fiona Webb");
        await KeepAsync(staff, "staff-assigned");

        // The fixer's own card follows by itself; they mend it and say what was done.
        var mine = fixer.Message("crime scene");
        await Expect(mine).ToContainTextAsync("Claimed by Fiona Webb");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).First.ClickAsync();
        await mine.GetByRole(AriaRole.Textbox).First.FillAsync("Unblocked, scrubbed, aired.");
        await KeepAsync(fixer, "fixer-resolving");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).Last.ClickAsync();
        await Expect(mine).ToContainTextAsync("Unblocked, scrubbed, aired.");
        await Expect(seen).ToContainTextAsync("Unblocked, scrubbed, aired.");
        await KeepAsync(fixer, "fixer-resolved");

        // The boss asks how the day was.
        await boss.Page.GotoAsync(new Uri(bot.Url, $"/{Viewer.At(LocalTenant.ChatId(LocalPeople.Boss))}").ToString());
        await boss.Button("summary").ClickAsync();
        await Expect(boss.Message("Received")).ToContainTextAsync("Resolved");
        await KeepAsync(boss, "boss-summary");
        foreach (var viewer in new[] { staff, fixer, boss })
        {
            Assert.Empty(viewer.Complaints);
            Assert.True(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "Nobody scrolls sideways on a phone.");
        }
    }

    [BrowserFact]
    public async Task A_boss_says_thank_you_in_the_chat_and_the_ward_reads_it_under_the_post()
    {
        await using var bot = await PageBot.Start("--Escalations:Enabled=true");
        await using var boss = await OnPhone(bot, LocalPeople.Boss, Viewer.At(LocalTenant.ChatId(LocalPeople.Boss)));
        await using var staff = await OnPhone(bot, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await bot.Post("Ward 7 was spotless. Thank you Sister Ann, you were wonderful and so kind", PageBot.Ward7);

        var brought = boss.Message("pat on the back");
        await Expect(brought).ToContainTextAsync("Nobody has said thank you yet.");
        await KeepAsync(boss, "boss-praise");
        await brought.GetByRole(AriaRole.Button, new() { Name = "Thank", Exact = true }).ClickAsync();
        await Expect(brought).ToContainTextAsync("The post names: Sister Ann. Please check who they are.");
        await brought.GetByRole(AriaRole.Textbox).FillAsync("Well done, Ann and everybody on 7.");
        await KeepAsync(boss, "boss-thanking");
        await brought.GetByRole(AriaRole.Button, new() { Name = "Send thank you" }).ClickAsync();

        await Expect(brought).ToContainTextAsync("Bea Marsh (boss) said thank you: Well done, Ann and everybody on 7.");
        await Expect(brought.GetByRole(AriaRole.Button, new() { Name = "Thank", Exact = true })).ToHaveCountAsync(0);
        await Expect(staff.Message("spotless")).ToContainTextAsync("Bea Marsh (boss) said thank you: Well done, Ann and everybody on 7.");
        await KeepAsync(boss, "boss-thanked");
        Assert.Empty(boss.Complaints);
        Assert.True(await boss.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "Nobody scrolls sideways on a phone.");
    }

    private Task<Viewer> OnPhone(PageBot bot, LocalPerson person, string query = "") =>
        Viewer.Open(browser, bot.Url, person, query, width: PhoneWidth, height: 844);

    private static async Task KeepAsync(Viewer viewer, string name)
    {
        if (Environment.GetEnvironmentVariable("FEEDBACKBOT_SHOTS") is { Length: > 0 } folder)
        {
            await viewer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
