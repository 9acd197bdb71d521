using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Every question of the contract, in a ward's channel and 1:1, in the words people use.</summary>
public sealed class QuestionTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    [Theory]
    [InlineData("help")]
    [InlineData("HELP!")]
    [InlineData("hi")]
    [InlineData("what can you do?")]
    [InlineData("")]
    public async Task Help_says_what_can_be_pressed_and_asked(string words)
    {
        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words, TestHospital.Ward7))!;

        Assert.True(answer.Says("What FeedbackBot does"));
        Assert.True(answer.Says("summary – today in figures"));
    }

    [Fact]
    public async Task A_kind_word_is_answered_kindly_and_a_boss_hears_where_Thank_is()
    {
        Assert.Equal("You're welcome.", (await _bot.Ask(LocalPeople.Staff, "thanks!", TestHospital.Ward7)).Content.Text);
        Assert.Equal("You're welcome. To thank a ward, press Thank on the card of the post that praises it.", (await _bot.Ask(LocalPeople.Boss, "thank ward 7")).Content.Text);
    }

    [Theory]
    [InlineData("wards")]
    [InlineData("Which wards are there?")]
    public async Task Wards_tells_which_ward_has_which_channel(string words)
    {
        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words))!;

        Assert.Equal("3 wards, all with a channel.", (string?)answer.Json["speak"]);
        Assert.True(answer.Says("Ward 7 · "));
    }

    [Theory]
    [InlineData("summary", "today")]
    [InlineData("Summary please", "today")]
    [InlineData("what happened today?", "today")]
    [InlineData("sumary", "today")]
    [InlineData("summary yesterday", "yesterday")]
    [InlineData("how was yesterday?", "yesterday")]
    [InlineData("summary week", "week")]
    [InlineData("the last seven days", "week")]
    public async Task A_summary_in_a_wards_channel_is_about_that_ward_and_the_time_that_is_meant(string words, string range)
    {
        var title = range switch { "today" => "Today, Monday 23 November", "yesterday" => "Yesterday, Sunday 22 November", _ => "The last seven days" };

        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words, TestHospital.Loos))!;

        Assert.StartsWith(title, answer.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("what's open?")]
    [InlineData("anything waiting")]
    public async Task Open_lists_what_is_new_or_claimed_in_this_ward_with_a_claim_each(string words)
    {
        var it = await CaseInWard.Arrive(_bot);
        var closed = await CaseInWard.In(_bot, "Resolved");

        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words, TestHospital.Ward7))!;

        Assert.True(answer.Says("Open in Ward 7"));
        Assert.True(answer.Says(it.Post));
        Assert.False(answer.Says(closed.Post));
        Assert.Contains("claim", answer.Verbs);
        await it.Press(LocalPeople.Fixer, "resolve", ("note", "Mopped"));
    }

    [Fact]
    public async Task Open_where_nothing_is_says_so() =>
        Assert.Equal("Open in Lavatories: nothing. Well done.", (await _bot.Ask(LocalPeople.Staff, "open", TestHospital.Loos)).Content.Text);

    [Theory]
    [InlineData("mine")]
    [InlineData("what have I got?")]
    public async Task Mine_lists_what_the_asker_has_claimed(string words)
    {
        var mine = await CaseInWard.Arrive(_bot);
        var other = await CaseInWard.In(_bot, "Claimed");
        await mine.Press(LocalPeople.Staff, "claim");

        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words))!;

        Assert.True(answer.Says("Yours to fix"));
        Assert.True(answer.Says(mine.Post));
        Assert.False(answer.Says(other.Post));
        await mine.Force(LocalPeople.Staff, "release");
    }

    [Fact]
    public async Task A_case_is_claimed_from_a_list_and_its_card_follows()
    {
        var it = await CaseInWard.Arrive(_bot);
        var list = await _bot.Ask(LocalPeople.Staff, "open", TestHospital.Ward7);

        await _bot.Press(LocalPeople.Staff, list, "claim");

        await it.Shows("Claimed by Sam Okafor (staff)");
        await it.Press(LocalPeople.Staff, "resolve", ("note", "Mopped"));
    }

    [Theory]
    [InlineData("find", "Please say what to find, like this: find soap.")]
    [InlineData("find %", "Please say what to find, like this: find soap.")]
    [InlineData("summary ward 99", "I don't know a ward called \"ward 99\". Say \"wards\" to see them all.")]
    [InlineData("link ward 99", "I don't know a ward called \"ward 99\". Say \"wards\" to see them all.")]
    [InlineData("link", "Please name the ward, like this: link ward7.")]
    public async Task What_is_not_understood_is_answered_with_what_to_say_instead(string words, string answer) =>
        Assert.StartsWith(answer, (await _bot.Ask(LocalPeople.Admin, words, TestHospital.Ward7)).Content.Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_understood_is_answered_with_its_likeliest_meanings_and_a_press_asks_one()
    {
        var unclear = await _bot.Ask(LocalPeople.Staff, "smarry for warrd 7", TestHospital.Ward7);
        var card = ShownCard.Of(unclear)!;

        Assert.StartsWith("I didn't understand \"smarry for warrd 7\".", card.Words, StringComparison.Ordinal);
        Assert.Equal(["ask", "ask", "ask"], card.Verbs);
        Assert.Equal("summary Ward 7", (string?)card.Data("ask")["question"]);

        await _bot.Press(LocalPeople.Staff, unclear, "ask");

        Assert.Equal(unclear.Thread, (await _bot.Message(TestHospital.ChannelOf(TestHospital.Ward7), m => m.Id != unclear.Id && m.Thread == unclear.Thread && ShownCard.Of(m)?.Says("Today, Monday 23 November") == true)).Thread);
    }

    [Fact]
    public async Task The_button_of_a_phone_that_knows_no_Execute_asks_too()
    {
        var unclear = await _bot.Ask(LocalPeople.Staff, "gobble <img src=x> **hlep** [this](http://x.test)");
        var data = ShownCard.Of(unclear)!.Data("ask");
        data["question"] = "wards";

        await _bot.Teams.SubmitAsync(LocalPeople.Staff, unclear, JsonSerializer.SerializeToElement(data));

        Assert.NotNull(await _bot.Message(LocalTenant.ChatId(LocalPeople.Staff), m => long.Parse(m.Id, null) > long.Parse(unclear.Id, null) && ShownCard.Of(m)?.Says("Wards and their channels") == true));
    }

    [Theory]
    [InlineData(null, TestHospital.Loos)]
    [InlineData("", null)]
    public async Task A_button_without_a_question_asks_for_help(string? question, string? ward)
    {
        var unclear = await _bot.Ask(LocalPeople.Staff, "gobbledygook", ward);
        var data = new JsonObject { ["verb"] = "ask", ["question"] = question };

        var answer = await _bot.Teams.ExecuteAsync(LocalPeople.Staff, unclear, "ask", JsonSerializer.SerializeToElement(data));

        Assert.Equal(new ClickResult("message", "Done."), answer);
        Assert.NotNull(await _bot.Message(unclear.Conversation, m => long.Parse(m.Id, null) > long.Parse(unclear.Id, null) && ShownCard.Of(m)?.Says("What FeedbackBot does") == true));
    }

    [Theory]
    [InlineData("find number {0} stinks")]
    [InlineData("search for BÖG {0}")]
    public async Task Find_lists_the_cases_with_all_the_words(string words)
    {
        var it = await CaseInWard.Arrive(_bot);
        var number = it.Post.Split(' ')[2];

        var answer = ShownCard.Of(await _bot.Ask(LocalPeople.Staff, words.Replace("{0}", number, StringComparison.Ordinal), TestHospital.Ward7))!;

        Assert.True(answer.Says("the newest first"));
        Assert.True(answer.Says(it.Post));
        Assert.True(answer.Says("Open the card"));
        await it.Press(LocalPeople.Fixer, "resolve", ("note", "Mopped"));
    }

    [Fact]
    public async Task Find_looks_in_notes_and_says_where_nothing_is()
    {
        var it = await CaseInWard.Arrive(_bot);
        await it.Press(LocalPeople.Fixer, "resolve", ("note", "Called the Plumber"));

        Assert.True(ShownCard.Of(await _bot.Ask(LocalPeople.Boss, "find plumber"))!.Says(it.Post));
        Assert.Equal(
            "I found no case with \"unobtainium\" in its post, its author's name or a note.",
            (await _bot.Ask(LocalPeople.Boss, "find unobtainium")).Content.Text);
        Assert.StartsWith("I found no case", (await _bot.Ask(LocalPeople.Boss, "find plumber", TestHospital.Loos)).Content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link ward7", "Please say this in the channel that should show the ward's posts.")]
    [InlineData("unlink", "Please say this in the channel that should no longer show a ward's posts.")]
    public async Task A_chat_cannot_be_linked(string words, string answer) =>
        Assert.Equal(answer, (await _bot.Ask(LocalPeople.Admin, words)).Content.Text);
}
