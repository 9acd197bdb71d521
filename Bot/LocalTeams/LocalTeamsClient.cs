using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedbackBot.LocalTeams;

/// <summary>What people do in this Teams: say something, press a button, make a channel, install the bot.</summary>
public sealed class LocalTeamsClient
{
    private readonly LocalTenant _tenant;
    private readonly Misbehaviour _misbehaviour;
    private readonly BotActivities _activities;
    private readonly BotLine _bot;

    internal LocalTeamsClient(LocalTenant tenant, Misbehaviour misbehaviour, BotActivities activities, BotLine bot)
    {
        _tenant = tenant;
        _misbehaviour = misbehaviour;
        _activities = activities;
        _bot = bot;
    }

    private LocalPerson Installer => _tenant.Options.People.FirstOrDefault(p => p.Role == "admin") ?? _tenant.Options.People[0];

    /// <summary>Says <c>@FeedbackBot link WARD</c> in the channel, as the admin.</summary>
    public Task LinkAsync(string channelId, string wardWords, CancellationToken stop = default) =>
        SayAsync(Installer, channelId, null, $"@{LocalSender.Bot.Name} link {wardWords}", stop);

    /// <param name="root">The thread in a channel; null starts one.</param>
    /// <returns>The message, null where there is no such place; and what the bot's HTTP answer came to.</returns>
    public async Task<(LocalMessage? Message, ClickResult Result)> SayAsync(
        LocalPerson person, string conversation, string? root, string text, CancellationToken stop = default)
    {
        var serviceUrl = await _bot.ServiceUrl(stop);
        if (conversation == LocalTenant.ChatId(person))
        {
            var chat = new LocalConversation(conversation, LocalSender.Bot.Name, person.Id);
            if (_tenant.Open(chat))
            {
                await _bot.Send(_activities.MembersAdded(serviceUrl, person, chat, LocalSender.Bot.Id), stop);
            }
        }

        if (_tenant.Conversation(conversation) is not { } place || (place.Person is { } owner && !person.HasId(owner)))
        {
            return (null, new("error", "There is no such conversation."));
        }

        if (_tenant.Post(conversation, root, LocalSender.Of(person), LocalContent.Words(text)) is not { } message)
        {
            return (null, new("error", "There is no such conversation or thread."));
        }

        _tenant.MarkRead(person, conversation, message.Id);
        var marked = text.Replace($"@{LocalSender.Bot.Name}", BotActivities.Mention, StringComparison.OrdinalIgnoreCase);
        // In a channel a bot hears only what mentions it; a removed bot hears nothing.
        if (place.IsChannel && (!_tenant.IsInstalled || marked == text))
        {
            return (message, new("none"));
        }

        return (message, ClickResult.OfMessage(await _bot.Send(_activities.Message(serviceUrl, person, message, marked), stop)));
    }

    public async Task<ClickResult> ExecuteAsync(LocalPerson person, LocalMessage card, string verb, JsonElement data, CancellationToken stop = default)
    {
        var activity = _activities.Execute(await _bot.ServiceUrl(stop), person, card, verb, data);
        return ClickResult.Of(await Click(activity, card, stop));
    }

    /// <summary>Someone looks at a card: Teams asks the bot for theirs, where the card names them (facts-teams.md, Cards).</summary>
    /// <returns>Kind <c>none</c> where the card doesn't.</returns>
    public async Task<ClickResult> RefreshAsync(LocalPerson person, LocalMessage card, CancellationToken stop = default)
    {
        if (card.Content.Cards is not [var shown]
            || shown.Part("refresh") is not { ValueKind: JsonValueKind.Object } refresh
            || !refresh.Rows("userIds").Any(u => u.ValueKind == JsonValueKind.String && u.GetString() == person.ChannelId)
            || refresh.Part("action") is not { } action
            || action.Words("verb") is not { } verb)
        {
            return new("none");
        }

        var activity = _activities.Execute(await _bot.ServiceUrl(stop), person, card, verb, action.Part("data") ?? default, "automatic");
        return ClickResult.Of(await _bot.Send(activity, stop));
    }

    public async Task<ClickResult> SubmitAsync(LocalPerson person, LocalMessage card, JsonElement data, CancellationToken stop = default)
    {
        var activity = _activities.Submit(await _bot.ServiceUrl(stop), person, card, data);
        return ClickResult.OfMessage(await Click(activity, card, stop));
    }

    /// <summary>Searches cases from the compose box, as Teams' message extension does.</summary>
    /// <param name="typed">What was typed into each of the search's fields; none for what comes up by itself.</param>
    public async Task<FoundCards> FindAsync(
        LocalPerson person, string conversation, IReadOnlyDictionary<string, string> typed, CancellationToken stop = default) =>
        FoundCards.Of(await _bot.Send(_activities.Query(await _bot.ServiceUrl(stop), person, conversation, typed), stop));

    /// <summary>Puts a card that was found into a conversation, as a message of that person.</summary>
    /// <returns>Null where there is no such place for them.</returns>
    public LocalMessage? Insert(LocalPerson person, string conversation, string? root, JsonElement card) =>
        _tenant.Conversation(conversation) is { } place && (place.Person is null || person.HasId(place.Person))
            ? _tenant.Post(conversation, root, LocalSender.Of(person), new LocalContent(null, null, [card], []))
            : null;

    public async Task<LocalConversation> CreateChannelAsync(LocalPerson person, string name, CancellationToken stop = default)
    {
        var channel = new LocalConversation($"19:{Guid.NewGuid():N}@thread.tacv2", name, null);
        _tenant.Open(channel);
        if (_tenant.IsInstalled)
        {
            await _bot.Send(_activities.ChannelCreated(await _bot.ServiceUrl(stop), person, channel), stop);
        }

        return channel;
    }

    /// <returns>Whether the bot took notice.</returns>
    public async Task<bool> InstallAsync(CancellationToken stop = default)
    {
        var serviceUrl = await _bot.ServiceUrl(stop);
        var general = _tenant.Conversation(_tenant.TeamId)!;
        _tenant.SetInstalled(true);
        await _bot.Send(_activities.MembersAdded(serviceUrl, Installer, general, LocalSender.Bot.Id), stop);
        if (!(await _bot.Send(_activities.InstallationUpdate(serviceUrl, Installer, added: true), stop)).IsOk)
        {
            return false;
        }

        _tenant.SetTold();
        return true;
    }

    /// <returns>Whether the bot took notice.</returns>
    public async Task<bool> RemoveAsync(CancellationToken stop = default)
    {
        _tenant.SetInstalled(false);
        return (await _bot.Send(_activities.InstallationUpdate(await _bot.ServiceUrl(stop), Installer, added: false), stop)).IsOk;
    }

    /// <summary>Teams repeats a click that fails or takes too long, twice at most; its last answer counts.</summary>
    private async Task<BotAnswer> Click(JsonObject activity, LocalMessage card, CancellationToken stop)
    {
        var repeat = _misbehaviour.Take(Misbehaviour.RepeatInvokes, card.Conversation) is not null;
        var answer = await _bot.Send(activity, stop);
        for (var retry = 0; retry < 2 && (repeat || answer.Status is 0 or >= 500); retry++)
        {
            answer = await _bot.Send(activity, stop);
        }

        return answer;
    }
}
