using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>The page with the whole bot behind it, as people use it.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PageBrowserTests(BrowserFixture browser)
{
    static PageBrowserTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task Channels_stand_left_with_what_is_unread_and_opening_one_shows_its_cards()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 smells of toast", PageBot.Ward7);
        await using var staff = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.FrontDesk));

        await Expect(staff.Heading).ToHaveTextAsync("Front desk");
        await Expect(staff.Channel("Ward 7")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"\d unread message"));
        await staff.Channel("Ward 7").ClickAsync();

        await Expect(staff.Heading).ToHaveTextAsync("Ward 7");
        await Expect(staff.Message("Ward 7 smells of toast")).ToContainTextAsync("New — nobody has it yet");
        await Expect(staff.Channel("Ward 7")).Not.ToContainTextAsync("unread");
        Assert.NotEqual(0, bot.Tenant.Unread(LocalPeople.Boss, PageBot.Ward7));
        Assert.Empty(staff.Complaints);
    }

    [BrowserFact]
    public async Task A_claim_shows_on_another_persons_page_without_a_reload()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 has run out of tea", PageBot.Ward7);
        await using var fixer = await Viewer.Open(browser, bot.Url, LocalPeople.Fixer, Viewer.At(PageBot.Ward7));
        await using var boss = await Viewer.Open(browser, bot.Url, LocalPeople.Boss, Viewer.At(PageBot.Ward7));
        await Expect(boss.Message("run out of tea")).ToContainTextAsync("New — nobody has it yet");

        await fixer.Message("run out of tea").GetByRole(AriaRole.Button, new() { Name = "Claim" }).ClickAsync();

        await Expect(fixer.Message("run out of tea")).ToContainTextAsync("Claimed by Fiona Webb");
        await Expect(boss.Message("run out of tea")).ToContainTextAsync("Claimed by Fiona Webb");
    }

    [BrowserFact]
    public async Task A_case_is_found_from_the_compose_box_and_its_card_works_where_it_is_put()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 has a rubber duck", PageBot.Ward7);
        await using var fixer = await Viewer.Open(browser, bot.Url, LocalPeople.Fixer, Viewer.At(PageBot.FrontDesk));

        await fixer.Button("find a case…").ClickAsync();
        await fixer.Page.GetByLabel("Words").FillAsync("nothing like it");
        await fixer.Button("Find").ClickAsync();
        await Expect(fixer.Page.GetByText("I found no such case")).ToBeVisibleAsync();
        await fixer.Page.GetByLabel("Words").FillAsync("RUBBER dück");
        await fixer.Button("Find").ClickAsync();
        await fixer.Page.Locator(".found button").ClickAsync();

        var dropped = fixer.Message("rubber duck");
        await Expect(dropped).ToContainTextAsync("New — nobody has it yet");
        await dropped.GetByRole(AriaRole.Button, new() { Name = "Claim" }).ClickAsync();
        await Expect(dropped).ToContainTextAsync("Claimed by Fiona Webb");
        await fixer.Channel("Ward 7").ClickAsync();
        await Expect(fixer.Message("rubber duck")).ToContainTextAsync("Claimed by Fiona Webb");
        Assert.Empty(fixer.Complaints);
    }

    [BrowserFact]
    public async Task Assign_offers_everyone_with_the_wards_fixers_first_and_resolve_wants_a_note()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 needs a plumber", PageBot.Ward7);
        await using var staff = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        var card = staff.Message("needs a plumber");

        await card.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
        var who = card.GetByRole(AriaRole.Combobox).First;
        var names = await who.Locator("option:not([hidden]):not([disabled])").AllInnerTextsAsync();
        Assert.Equal(["Fiona Webb (fixer)", "Sam Okafor (staff)", "Bea Marsh (boss)", "Adil Khan (admin)"], names.Where(n => n.Contains('(', StringComparison.Ordinal)));
        await who.SelectOptionAsync(new SelectOptionValue { Label = "Bea Marsh (boss)" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Assign" }).Last.ClickAsync();
        await Expect(card).ToContainTextAsync("Claimed by Bea Marsh");

        await card.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).Last.ClickAsync();
        await Expect(card).ToContainTextAsync("Please say what was done.");
        await card.GetByRole(AriaRole.Textbox).First.FillAsync("A new washer.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).Last.ClickAsync();
        await Expect(card).ToContainTextAsync("A new washer.");
        await card.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await Expect(card).ToContainTextAsync("What happened");
    }

    [BrowserFact]
    public async Task Becoming_someone_else_keeps_the_channel_and_brings_their_own_unread_counts_and_chat()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 sings", PageBot.Ward7);
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await Expect(viewer.Channel("Ward 7")).Not.ToContainTextAsync("unread");

        await viewer.Channel("Front desk").ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Radio, new() { Name = "Bea Marsh, boss" }).CheckAsync(new() { Force = true });

        await Expect(viewer.Page.GetByText("Bea Marsh · boss")).ToBeVisibleAsync();
        await Expect(viewer.Heading).ToHaveTextAsync("Front desk");
        await Expect(viewer.Channel("Ward 7")).ToContainTextAsync("unread");
        await viewer.Channel("FeedbackBot").ClickAsync();
        await viewer.Button("summary").ClickAsync();
        await Expect(viewer.Message("Received")).ToContainTextAsync("Mill Road Hospital");
        await viewer.Page.ReloadAsync();
        await Expect(viewer.Message("Received")).ToContainTextAsync("Mill Road Hospital");
        await Expect(viewer.Page.GetByText("Bea Marsh · boss")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_a_patient_writes_becomes_a_card_and_the_page_shows_the_way_to_it()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.FrontDesk));

        await viewer.Button("Write as a patient").ClickAsync();
        var text = viewer.Page.GetByLabel("What happened?");
        await Expect(text).ToHaveValueAsync($"{PageBot.Hashtag} ");
        await text.FillAsync("The flowers in ward 7 are lovely");
        await Expect(viewer.Page.GetByText($"Without {PageBot.Hashtag}")).ToBeVisibleAsync();
        await text.FillAsync($"The flowers in ward 7 are lovely {PageBot.Hashtag}");
        await viewer.Page.GetByRole(AriaRole.Radio, new() { Name = "A jug of flowers on a windowsill" }).CheckAsync(new() { Force = true });
        await viewer.Button("Post it").ClickAsync();

        await viewer.Button("Show it").ClickAsync();
        await Expect(viewer.Heading).ToHaveTextAsync("Ward 7");
        var card = viewer.Message("The flowers in ward 7 are lovely");
        await Expect(card).ToBeFocusedAsync();
        await Expect(card.GetByAltText("A jug of flowers on a windowsill")).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await card.GetByAltText("A jug of flowers on a windowsill").EvaluateAsync<int>("i => i.naturalWidth"));
    }

    [BrowserFact]
    public async Task A_post_that_the_server_refuses_stays_in_the_box_with_the_reason()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff);

        await viewer.Button("Write as a patient").ClickAsync();
        await viewer.Page.GetByLabel("What happened?").FillAsync("");
        await viewer.Button("Post it").ClickAsync();

        await Expect(viewer.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Write something, or give a picture's address.");
    }

    [BrowserFact]
    public async Task Markup_in_a_post_stays_letters()
    {
        const string Hostile = "Ward 7 <img src=x onerror=\"document.title='owned'\"> **bold** [here](https://evil.example) <at>Everyone</at> &lt;b&gt;";
        await using var bot = await PageBot.Start();
        await bot.Post(Hostile, PageBot.Ward7);
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));

        await Expect(viewer.Message(Hostile)).ToHaveCountAsync(1);
        await Expect(viewer.Page.Locator(".card img[src=x], .card strong, .card a[href*='evil.example'], .card at, .card b")).ToHaveCountAsync(0);
        Assert.DoesNotContain("owned", await viewer.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(viewer.Complaints);
    }

    [BrowserFact]
    public async Task A_link_to_an_old_message_opens_its_channel_there()
    {
        await using var bot = await PageBot.Start();
        var first = await bot.Post("Ward 7 was first", PageBot.Ward7);
        foreach (var n in Enumerable.Range(1, 70))
        {
            bot.Tenant.Post(PageBot.Ward7, null, LocalSender.Of(LocalPeople.Boss), LocalContent.Words($"Later {n}"));
        }

        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7, first.Id));

        await Expect(viewer.Message("Ward 7 was first")).ToBeInViewportAsync();
        await Expect(viewer.Message("Ward 7 was first")).ToBeFocusedAsync();
        await Expect(viewer.Message("Ward 7 was first")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("target"));
    }

    [BrowserFact]
    public async Task The_summarys_link_to_the_longest_waiting_opens_it_in_this_page()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 waits the longest", PageBot.Ward7);
        await using var boss = await Viewer.Open(browser, bot.Url, LocalPeople.Boss, Viewer.At(LocalTenant.ChatId(LocalPeople.Boss)));

        await boss.Page.GetByLabel("Write in FeedbackBot").FillAsync("what happened today?");
        await boss.Page.Keyboard.PressAsync("Enter");
        await boss.Page.GetByRole(AriaRole.Link, new() { Name = "Open the longest waiting" }).ClickAsync();

        await Expect(boss.Heading).ToHaveTextAsync("Ward 7");
        await Expect(boss.Message("Ward 7 waits the longest")).ToBeFocusedAsync();
        await boss.Page.GoBackAsync();
        await Expect(boss.Heading).ToHaveTextAsync("FeedbackBot");
    }

    [BrowserFact]
    public async Task An_open_page_says_that_the_line_is_down_and_catches_up_after_a_restart()
    {
        var bot = await PageBot.Start();
        try
        {
            await bot.Post("Ward 7 before the restart", PageBot.Ward7);
            await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
            await Expect(viewer.Message("before the restart")).ToHaveCountAsync(1);

            bot = await bot.Restart(() => Expect(viewer.Page.GetByText("Connection lost – trying again…")).ToBeVisibleAsync());
            await Expect(viewer.Page.GetByText("Connection lost – trying again…")).Not.ToBeVisibleAsync();
            await bot.Post("Ward 7 after the restart", PageBot.Ward7);

            await Expect(viewer.Message("after the restart")).ToHaveCountAsync(1);
            await Expect(viewer.Message("before the restart")).ToHaveCountAsync(1);
            await viewer.Message("before the restart").GetByRole(AriaRole.Button, new() { Name = "Claim" }).ClickAsync();
            await Expect(viewer.Message("before the restart")).ToContainTextAsync("Claimed by Sam Okafor");
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_misbehaviour_is_shown_until_it_is_ended()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Staff, Viewer.At(PageBot.Ward7));
        await using var other = await Viewer.Open(browser, bot.Url, LocalPeople.Boss, Viewer.At(PageBot.Ward7));

        await viewer.Button("Misbehave").ClickAsync();
        await viewer.Button("Switch on: Bot removed").ClickAsync();
        await viewer.Button("Close").ClickAsync();

        await Expect(other.Page.GetByText("Teams misbehaves: bot removed.")).ToBeVisibleAsync();
        await Expect(other.Page.GetByText("FeedbackBot isn't in this team at present.")).ToBeVisibleAsync();
        await other.Button("Behave again").ClickAsync();
        await Expect(viewer.Page.GetByText("Teams misbehaves")).Not.ToBeVisibleAsync();
        await Expect(viewer.Page.GetByText("FeedbackBot isn't in this team")).Not.ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_new_channel_can_be_made_and_spoken_in_and_a_second_of_its_name_cannot()
    {
        await using var bot = await PageBot.Start();
        await using var viewer = await Viewer.Open(browser, bot.Url, LocalPeople.Admin);

        foreach (var _ in (int[])[1, 2])
        {
            await viewer.Page.GetByLabel("Name of the new channel").FillAsync("Roof garden");
            await viewer.Button("Make the channel").ClickAsync();
            await Expect(viewer.Heading).ToHaveTextAsync("Roof garden");
        }

        await Expect(viewer.Page.GetByText("There is a channel 'Roof garden' already.")).ToBeVisibleAsync();
        await viewer.Page.GetByLabel("Write in Roof garden").FillAsync("wards");
        await viewer.Page.Keyboard.PressAsync("Enter");
        await Expect(viewer.Message("Wards and their channels")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_wards_card_counts_the_cases_that_nobody_has()
    {
        await using var bot = await PageBot.Start();
        await bot.Post("Ward 7 drips", PageBot.Ward7);
        await bot.Post("Ward 7 creaks", PageBot.Ward7);
        await using var admin = await Viewer.Open(browser, bot.Url, LocalPeople.Admin, Viewer.At(LocalTenant.ChatId(LocalPeople.Admin)));

        await admin.Button("wards").ClickAsync();

        await Expect(admin.Message("Wards and their channels")).ToContainTextAsync("Ward 7 · Ward 7 · 2 waiting");
        await Expect(admin.Message("Wards and their channels")).ToContainTextAsync("Front desk · Front desk · nothing waiting");
    }
}
