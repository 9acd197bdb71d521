using FeedbackBot.LocalTeams;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>What the page does with cards and answers of every kind, also those that our own bot doesn't send.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PageAnswersTests(BrowserFixture browser)
{
    private const string Everything = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","wrap":true,"text":"**Bold** and _quiet_ [site](https://good.example/x) [trap](javascript:alert(1)) <b>letters</b> snake_case_name"},
          {"type":"TextBlock","wrap":true,"text":"- one\n- two"},
          {"type":"TextBlock","id":"secret","text":"Peekaboo","isVisible":false},
          {"type":"Input.Text","id":"note","label":"A note"}],
         "actions":[
          {"type":"Action.Execute","title":"Do it","verb":"claim","data":{"case":"1"}},
          {"type":"Action.Submit","title":"Send it","data":{"verb":"claim","case":"1"}},
          {"type":"Action.ToggleVisibility","title":"Peek","targetElements":["secret"]},
          {"type":"Action.OpenUrl","title":"Go out","url":"https://good.example/out"},
          {"type":"Action.OpenUrl","title":"Go wrong","url":"javascript:document.title='owned'"}]}
        """;

    static PageAnswersTests() => SetDefaultExpectTimeout(20_000);

    [BrowserFact]
    public async Task The_card_of_an_answer_replaces_the_pressed_one_for_its_presser_until_the_bot_edits_it()
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = Post(teams, Everything);
        await using var fixer = await Open(teams, LocalPeople.Fixer);
        await using var boss = await Open(teams, LocalPeople.Boss);
        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Yours alone"}]}}""");

        await fixer.Page.GetByLabel("A note").FillAsync("Mopped");
        await fixer.Button("Do it").ClickAsync();

        await Expect(fixer.Message("Yours alone")).ToHaveCountAsync(1);
        var sent = (await teams.Bot.Next()).GetProperty("value").GetProperty("action");
        Assert.Equal(("Action.Execute", "claim", "1", "Mopped"), (
            sent.GetProperty("type").GetString(),
            sent.GetProperty("verb").GetString(),
            sent.GetProperty("data").GetProperty("case").GetString(),
            sent.GetProperty("data").GetProperty("note").GetString()));
        await Expect(boss.Button("Do it")).ToBeVisibleAsync();
        await Expect(boss.Message("Yours alone")).ToHaveCountAsync(0);
        teams.Tenant.Edit(LocalTeamsServer.Ward7, id, LocalContent.Words("Now for all"));
        await Expect(fixer.Message("Now for all")).ToHaveCountAsync(1);
        await Expect(boss.Message("Now for all")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_submit_goes_to_the_bot_as_a_message()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams, Everything);
        await using var fixer = await Open(teams, LocalPeople.Fixer);

        await fixer.Button("Send it").ClickAsync();

        var sent = await teams.Bot.Next();
        Assert.Equal(("message", "claim"), (sent.GetProperty("type").GetString(), sent.GetProperty("value").GetProperty("verb").GetString()));
    }

    [BrowserFact]
    public async Task A_sentence_and_a_failure_are_shown_and_said_beside_the_card()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams, Everything);
        await using var fixer = await Open(teams, LocalPeople.Fixer);

        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Beth was <b>first</b>."}""");
        await fixer.Button("Do it").ClickAsync();
        await Expect(fixer.Message("Peek").GetByRole(AriaRole.Status)).ToHaveTextAsync("Beth was <b>first</b>.");
        teams.Bot.Answer = _ => (500, "");
        await fixer.Button("Do it").ClickAsync();

        await Expect(fixer.Message("Peek").GetByRole(AriaRole.Status)).ToContainTextAsync("FeedbackBot answered 500.");
    }

    [BrowserFact]
    public async Task Text_blocks_take_a_little_markdown_and_no_markup()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams, Everything);
        await using var viewer = await Open(teams, LocalPeople.Staff);
        var card = viewer.Page.Locator(".card");

        await Expect(card.Locator("strong")).ToHaveTextAsync("Bold");
        await Expect(card.Locator("em")).ToHaveTextAsync("quiet");
        await Expect(card.Locator("li")).ToHaveTextAsync(["one", "two"]);
        await Expect(card).ToContainTextAsync("[trap](javascript:alert(1)) <b>letters</b> snake_case_name");
        await Expect(card.Locator("b, a[href^=javascript]")).ToHaveCountAsync(0);
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "site" })).ToHaveAttributeAsync("rel", "noopener noreferrer");
    }

    [BrowserFact]
    public async Task Links_open_apart_and_only_to_the_web_and_what_is_hidden_unfolds()
    {
        await using var teams = await LocalTeamsServer.Start();
        Post(teams, Everything);
        await using var viewer = await Open(teams, LocalPeople.Staff);
        await viewer.Page.Context.RouteAsync("https://good.example/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>out</title>" }));

        await viewer.Button("Peek").ClickAsync();
        await Expect(viewer.Page.GetByText("Peekaboo")).ToBeVisibleAsync();
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Go wrong" }).ClickAsync();
        var opened = await viewer.Page.Context.RunAndWaitForPageAsync(() => viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Go out" }).ClickAsync());

        Assert.Equal("https://good.example/out", opened.Url);
        Assert.False(await opened.EvaluateAsync<bool>("() => window.opener !== null || document.referrer !== ''"));
        Assert.DoesNotContain("owned", await viewer.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(2, viewer.Page.Context.Pages.Count);
    }

    [BrowserFact]
    public async Task A_mention_is_shown_as_one_and_the_words_around_it_as_letters()
    {
        await using var teams = await LocalTeamsServer.Start();
        teams.Tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, new(
            "<at>Fiona &lt;b&gt; Webb</at> Sam gave you &lt;i&gt;this&lt;/i&gt;.", null, [], [new("<at>Fiona &lt;b&gt; Webb</at>", "29:1", "Fiona <b> Webb")]));
        teams.Tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Of(LocalPeople.Boss), LocalContent.Words("<at>Everyone</at> <b>look</b>"));
        await using var viewer = await Open(teams, LocalPeople.Staff);

        await Expect(viewer.Message("gave you")).ToContainTextAsync("Fiona <b> Webb Sam gave you <i>this</i>.");
        await Expect(viewer.Message("gave you").Locator(".mention")).ToHaveTextAsync("Fiona <b> Webb");
        await Expect(viewer.Message("<at>Everyone</at> <b>look</b>")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_reply_stays_in_its_thread_and_mentions_the_bot_unless_one_says_not_to()
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = Post(teams, Everything);
        await using var viewer = await Open(teams, LocalPeople.Staff);

        await viewer.Button("Reply").ClickAsync();
        await viewer.Page.GetByLabel("Reply to FeedbackBot").FillAsync("open");
        await viewer.Page.Keyboard.PressAsync("Enter");
        var sent = await teams.Bot.Next();
        await viewer.Button("Reply").ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "@FeedbackBot" }).First.UncheckAsync();
        await viewer.Page.GetByLabel("Reply to FeedbackBot").FillAsync("I'll go and look");
        await viewer.Button("Send the reply").ClickAsync();
        await Expect(viewer.Message("go and look")).ToHaveCountAsync(1);

        Assert.Equal("<at>FeedbackBot</at> open", sent.GetProperty("text").GetString());
        Assert.All(teams.Tenant.Messages(LocalTeamsServer.Ward7), m => Assert.Equal(id, m.Thread));
        Assert.False(teams.Bot.HasMore);
    }

    private static string Post(LocalTeamsServer teams, string card) => teams.Tenant.Post(
        LocalTeamsServer.Ward7, null, LocalSender.Bot, new(null, "A card", [System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(card)], []))!.Id;

    private Task<Viewer> Open(LocalTeamsServer teams, LocalPerson person) => Viewer.Open(browser, teams.Url, person, Viewer.At(LocalTeamsServer.Ward7));
}
