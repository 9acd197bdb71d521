using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests;

/// <summary>A post with a patient's number, from the wall to every place that people look at: nobody reads the number from us.</summary>
public sealed class WithheldPostTests : IAsyncLifetime
{
    private BotHost _bot = null!;

    public async Task InitializeAsync() => _bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Whatever_people_press_and_ask_nothing_of_the_post_is_shown_to_them()
    {
        await _bot.PostAsync("My zebra has NHS number 999 945 8076 and waited for hours #OswinWard7");
        var card = await _bot.Card(TestHospital.Ward7, "May identify a patient", "New — nobody has it yet");
        Assert.True(ShownCard.Of(card)!.Says("Why it isn't shown: It may identify a patient: an NHS number."));

        var answers = new List<ClickResult>
        {
            await _bot.Press(LocalPeople.Boss, card, "history"),
            await _bot.Teams.ExecuteAsync(LocalPeople.Boss, card, "whole", JsonSerializer.SerializeToElement(With(ShownCard.Of(card)!, "whole"))),
            await _bot.Press(LocalPeople.Staff, card, "assign", ("assignee", LocalPeople.Boss.Id)),
        };
        await _bot.Message(LocalTenant.ChatId(LocalPeople.Boss), m => ShownCard.Of(m)?.Says("gave you this case in Ward 7") == true);
        answers.Add(await _bot.Press(LocalPeople.Staff, await _bot.Card(TestHospital.Ward7, "May identify a patient", "Claimed by"), "move", ("ward", TestHospital.Loos)));
        await _bot.Card(TestHospital.Loos, "May identify a patient", "New — nobody has it yet");
        Assert.Equal("I found no case with \"zebra\" in its post, its author's name or a note.", (await _bot.Ask(LocalPeople.Boss, "find zebra")).Content.Text);
        Assert.True(ShownCard.Of(await _bot.Ask(LocalPeople.Boss, "open"))!.Says("(May identify a patient)"));
        await _bot.Ask(LocalPeople.Boss, "summary");

        Assert.All(_bot.Tenant.Conversations.SelectMany(c => _bot.Tenant.Messages(c.Id)).Where(m => m.From.IsBot), m => IsSilent(JsonSerializer.Serialize(m)));
        Assert.All(answers, a => IsSilent(JsonSerializer.Serialize(a)));
        Assert.All(_bot.Warnings, IsSilent);
    }

    private static System.Text.Json.Nodes.JsonObject With(ShownCard card, string verb)
    {
        var data = card.Data("history");
        data["verb"] = verb;
        return data;
    }

    private static void IsSilent(string said) => Assert.DoesNotMatch("8076|waited for hours|Pat Ient|@pat|has NHS", said);
}
