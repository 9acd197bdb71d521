using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Clients that don't know Action.Execute send Action.Submit: the same is done, and what must be said goes into the thread.</summary>
public sealed class SubmitTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    public static TheoryData<string, string, string, string> Clicks => new()
    {
        { "New", "claim", "", "Claimed by Fiona Webb (fixer)" },
        { "New", "assign", "assignee=00000000-0000-4000-8000-000000000003", "Claimed by Bea Marsh (boss)" },
        { "Claimed", "release", "", "New — nobody has it yet" },
        { "Claimed", "resolve", "note=Mopped", "Resolved by Fiona Webb (fixer)" },
        { "Resolved", "reopen", "note=It stinks again", "New — nobody has it yet" },
        { "New", "move", "ward=loos", "Moved to Lavatories by Fiona Webb (fixer)" },
        { "New", "dismiss", "reason=Spam", "Dismissed by Fiona Webb (fixer)" },
    };

    [Theory]
    [MemberData(nameof(Clicks))]
    public async Task Submit_does_what_Execute_does_and_the_card_shows_it(string state, string verb, string input, string shown)
    {
        var it = await CaseInWard.In(_bot, state);

        await Submit(it, LocalPeople.Fixer, verb, input);

        await it.Shows(shown);
    }

    [Theory]
    [InlineData("claim", "", "Fiona Webb (fixer) already has this one.")]
    [InlineData("resolve", "", "Please say what was done, then press Resolve again.")]
    [InlineData("dismiss", "reason=Spam", "Only this ward's fixers and bosses can dismiss.")]
    [InlineData("explode", "", "I don't know how to \"explode\". Please use the newest card.")]
    public async Task A_refusal_is_said_in_the_cards_thread(string verb, string input, string why)
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        await Submit(it, LocalPeople.Staff, verb, input);

        Assert.Equal(why, (await Reply(it)).Content.Text);
        Assert.Equal(2, (await it.History()).Count);
    }

    [Fact]
    public async Task History_is_written_into_the_thread()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        await Submit(it, LocalPeople.Staff, "history", "");

        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it"], ShownCard.Of(await Reply(it))!.History);
    }

    [Fact]
    public async Task All_of_a_long_post_is_shown_to_who_asks_and_written_into_the_thread_where_a_client_cannot()
    {
        var id = $"long{Guid.NewGuid():N}";
        await _bot.PostAsync($"{id} {string.Join(' ', Enumerable.Repeat("The bog stinks.", 220))} The end. #OswinWard7");
        var card = await _bot.Card(TestHospital.Ward7, id, "New — nobody has it yet");
        Assert.False(ShownCard.Of(card)!.Says("The end."));

        var whole = ShownCard.Of(await _bot.Press(LocalPeople.Staff, card, "whole"));
        await _bot.Teams.SubmitAsync(LocalPeople.Staff, card, JsonSerializer.SerializeToElement(ShownCard.Of(card)!.Data("whole")));
        var reply = await _bot.Message(card.Conversation, m => m.From.IsBot && !m.StartsThread && m.Thread == card.Id);

        Assert.True(whole.Says("The end."));
        Assert.True(ShownCard.Of(reply)!.Says("The end."));
    }

    [Fact]
    public async Task The_same_Submit_three_times_leaves_one_event()
    {
        var it = await CaseInWard.Arrive(_bot);
        var card = it.Card;

        for (var i = 0; i < 3; i++)
        {
            await Submit(it, LocalPeople.Fixer, "claim", "");
        }

        Assert.Equal(card.Id, it.Card.Id);
        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it"], await it.History());
    }

    private Task<LocalMessage> Reply(CaseInWard it) => _bot.Message(it.Card.Conversation, m => m.From.IsBot && !m.StartsThread && m.Thread == it.Card.Id);

    private async Task Submit(CaseInWard it, LocalPerson person, string verb, string input)
    {
        var data = ShownCard.Of(it.Card)!.Data("history");
        data["verb"] = verb;
        if (input.Length > 0)
        {
            data[input.Split('=')[0]] = input.Split('=')[1];
        }

        Assert.Equal(new ClickResult("none"), await _bot.Teams.SubmitAsync(person, it.Card, JsonSerializer.SerializeToElement(data)));
    }
}
