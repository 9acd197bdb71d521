using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>Teams repeats what it thinks went unanswered, with a new activity id: one event, and the same answer.</summary>
public sealed class RepeatedClickTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    public static TheoryData<string, string, string> Clicks => new()
    {
        { "New", "claim", "" },
        { "New", "assign", "assignee=00000000-0000-4000-8000-000000000003" },
        { "Claimed", "release", "" },
        { "Claimed", "resolve", "note=Mopped" },
        { "Resolved", "reopen", "note=It stinks again" },
        { "New", "move", "ward=loos" },
        { "New", "dismiss", "reason=Spam" },
    };

    [Theory]
    [MemberData(nameof(Clicks))]
    public async Task The_same_click_three_times_leaves_one_event_and_the_same_answer(string state, string verb, string input)
    {
        var it = await CaseInWard.In(_bot, state);
        var before = await it.History();
        var inputs = input.Length == 0 ? [] : new[] { (input.Split('=')[0], input.Split('=')[1]) };

        // Every press makes an activity with an id of its own.
        var first = CaseInWard.Said(await it.Press(LocalPeople.Fixer, verb, inputs));
        var second = CaseInWard.Said(await it.Press(LocalPeople.Fixer, verb, inputs));
        var third = CaseInWard.Said(await it.Press(LocalPeople.Fixer, verb, inputs));

        if (verb == "move")
        {
            // Its card says where it went, which the repeats are told as well.
            Assert.Contains("Moved to Lavatories", first, StringComparison.Ordinal);
            Assert.All([second, third], words => Assert.EndsWith(first, words, StringComparison.Ordinal));
            await it.Shows("New", TestHospital.Loos);
            Assert.Equal(1, _bot.Cards(TestHospital.Loos, it.Post));
            return;
        }

        Assert.Equal([first, first], [second, third]);
        Assert.Equal(before.Count + 1, (await it.History()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_click_sent_three_times_at_once_leaves_one_event(DatabaseKind kind)
    {
        await using var session = await OutsideSession.StartAsync(kind);
        var channel = await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Fixer);
        await session.Bot.PostAsync("The bog stinks #OswinWard7");
        var card = await session.Teams.Message(channel, "New — nobody has it yet");
        var click = session.Activities.Clicks(LocalPeople.Fixer, card, "claim", card.Card!.Data("claim")).ToJsonString();

        var answers = await Task.WhenAll(session.Bot.Send(click), session.Bot.Send(click), session.Bot.Send(click));

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        var history = ShownCard.Of(await session.Clicks(LocalPeople.Fixer, card, "history")).History;
        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it"], history);
    }

    [Fact]
    public async Task The_same_question_sent_twice_is_answered_once()
    {
        await using var session = await OutsideSession.StartAsync();
        var channel = await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Fixer);
        var question = session.Activities.Says(LocalPeople.Fixer, channel, "summary");

        await session.Send(question);
        await session.Send(question);
        await session.Says(LocalPeople.Fixer, channel, "help");

        Assert.Single(session.Teams.Messages, m => m.Thread == (string?)question["id"]);
    }
}
