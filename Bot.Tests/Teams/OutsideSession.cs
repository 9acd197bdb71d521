using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>The bot with a Teams from outside, which has taken over the wards from the bot's own.</summary>
internal sealed class OutsideSession : IAsyncDisposable
{
    private OutsideSession(BotHost bot, OutsideTeams teams) => (Bot, Teams, Activities) = (bot, teams, new OutsideActivities(teams.ServiceUrl));

    public BotHost Bot { get; }

    public OutsideTeams Teams { get; }

    public OutsideActivities Activities { get; }

    /// <summary>The bot is running and no ward has a channel.</summary>
    public static async Task<OutsideSession> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] more)
    {
        var session = new OutsideSession(await BotHost.StartAsync(kind, more: more), await OutsideTeams.StartAsync());
        foreach (var ward in TestHospital.Wards)
        {
            await session.Bot.Ask(LocalPeople.Admin, "unlink", ward);
        }

        return session;
    }

    /// <summary>Makes a channel and links it.</summary>
    /// <returns>The channel's id.</returns>
    public async Task<string> Link(string ward, string name, params IReadOnlyList<LocalPerson> members)
    {
        var channel = Teams.Channel(name, members);
        await Says(LocalPeople.Admin, channel, $"link {ward}");
        return channel;
    }

    /// <summary>Asks in a channel; comes with the answer.</summary>
    public async Task<OutsideMessage> Says(LocalPerson person, string channel, string text)
    {
        var question = Activities.Says(person, channel, text);
        await Send(question);
        return await Teams.Message(channel, m => m.Thread == (string?)question["id"]);
    }

    /// <summary>Asks 1:1; comes with the answer.</summary>
    public async Task<OutsideMessage> Chats(LocalPerson person, string text)
    {
        var before = Teams.Messages.Count;
        await Send(Activities.Chats(person, text));
        return await Teams.Message(OutsideTeams.ChatOf(person), m => Teams.Messages.ToList().IndexOf(m) >= before);
    }

    /// <summary>Presses a button of the card, as Execute.</summary>
    public async Task<ClickResult> Clicks(LocalPerson person, OutsideMessage card, string verb, params (string Name, string Value)[] inputs)
    {
        var data = card.Card!.Data(verb);
        foreach (var (name, value) in inputs)
        {
            data[name] = value;
        }

        return await Clicks(person, card, verb, data);
    }

    /// <summary>Sends a click with whatever data.</summary>
    public async Task<ClickResult> Clicks(LocalPerson person, OutsideMessage card, string verb, JsonObject data)
    {
        var (status, body) = await Bot.Send(Activities.Clicks(person, card, verb, data));
        return ClickResult.Of(new BotAnswer(status, body));
    }

    /// <summary>Sends what the bot has to take.</summary>
    public async Task Send(JsonObject activity)
    {
        var (status, body) = await Bot.Send(activity);
        Assert.True(status == 202, $"{status} {body}");
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
