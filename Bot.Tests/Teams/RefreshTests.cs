using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Teams asks for a viewer's own card with the data of whichever card they have before them.</summary>
public sealed class RefreshTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    [Theory]
    [InlineData("New", "fixer", "resolve, assign, claim")]
    [InlineData("New", "boss", "claim, assign, resolve")]
    [InlineData("Claimed", "fixer", "resolve, release, assign")]
    [InlineData("Claimed", "boss", "resolve, assign, release")]
    public async Task Each_viewer_sees_first_what_they_most_likely_want(string state, string role, string first)
    {
        var it = await CaseInWard.In(_bot, state);

        var answer = await _bot.Teams.RefreshAsync(LocalPeople.All.Single(p => p.Role == role), it.Card);

        Assert.Equal(first, string.Join(", ", ShownCard.Of(answer).Verbs.Take(3)));
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_it_is_not_asked_for()
    {
        var it = await CaseInWard.In(_bot, "New");

        Assert.Equal(new ClickResult("none"), await _bot.Teams.RefreshAsync(LocalPeople.Staff, it.Card));
        Assert.Equal(
            [LocalPeople.Fixer.ChannelId, LocalPeople.Boss.ChannelId],
            ShownCard.Of(it.Card)!.Json["refresh"]!["userIds"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public async Task A_refresh_with_an_old_cards_data_shows_how_the_case_stands_now_and_changes_nothing()
    {
        var it = await CaseInWard.Arrive(_bot);
        var old = it.Card;
        await it.Press(LocalPeople.Staff, "resolve", ("note", "Mopped"));
        await it.Shows("Resolved by Sam Okafor");
        var before = await it.History();

        var answer = ShownCard.Of(await _bot.Teams.RefreshAsync(LocalPeople.Fixer, old));

        Assert.True(answer.Says("Resolved by Sam Okafor"));
        Assert.Equal("Action.Execute", (string?)answer.Json["refresh"]!["action"]!["type"]);
        Assert.Equal(before, await it.History());
    }

    [Fact]
    public async Task Where_Teams_gives_no_ids_the_list_is_empty_and_there()
    {
        await using var session = await OutsideSession.StartAsync();
        var channel = await session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Staff);
        await session.Bot.PostAsync("The bog stinks #OswinLoos");

        var card = (await session.Teams.Message(channel, "New — nobody has it yet")).Card!;

        Assert.Empty((JsonArray)card.Json["refresh"]!["userIds"]!);
    }

    [Fact]
    public async Task A_refresh_from_where_the_case_has_no_business_gets_nothing()
    {
        await using var session = await OutsideSession.StartAsync();
        var channel = await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        await session.Bot.PostAsync("The bog stinks #OswinWard7");
        var card = await session.Teams.Message(channel, "New — nobody has it yet");
        var data = (JsonObject)card.Card!.Json["refresh"]!["action"]!["data"]!.DeepClone();
        var other = session.Teams.Channel("Social", TestHospital.Stranger);

        var answer = await session.Clicks(TestHospital.Stranger, card with { Conversation = other }, "refresh", data);

        Assert.Equal("I can't find that case here. It may have been removed.", answer.Text);
    }
}
