using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedbackBot.LocalTeams;

/// <summary>The activities that Teams sends to a bot, in Teams' shapes.</summary>
internal sealed class BotActivities(LocalTenant tenant, TimeProvider time)
{
    public const string Mention = "<at>FeedbackBot</at>";

    /// <summary>What someone wrote: to the bot in a chat, or in a channel with a mention of it.</summary>
    /// <param name="text">With the mention as <see cref="Mention"/>.</param>
    public JsonObject Message(string serviceUrl, LocalPerson from, LocalMessage message, string text)
    {
        var activity = Base("message", serviceUrl, from, message.Id, Place(message));
        activity["text"] = text;
        activity["textFormat"] = "plain";
        var entities = new JsonArray(ClientInfo());
        if (text.Contains(Mention, StringComparison.Ordinal))
        {
            entities.Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["text"] = Mention,
                ["mentioned"] = new JsonObject { ["id"] = LocalSender.Bot.Id, ["name"] = LocalSender.Bot.Name },
            });
        }

        activity["entities"] = entities;
        return activity;
    }

    /// <summary>An <c>Action.Execute</c> that someone pressed, or that Teams carries out by itself.</summary>
    /// <param name="trigger"><c>manual</c> or <c>automatic</c>.</param>
    public JsonObject Execute(string serviceUrl, LocalPerson from, LocalMessage card, string verb, JsonElement data, string trigger = "manual")
    {
        var activity = Base("invoke", serviceUrl, from, $"f:{Guid.NewGuid()}", Place(card));
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Node(data) },
            ["trigger"] = trigger,
        };
        activity["entities"] = new JsonArray(ClientInfo());
        return activity;
    }

    /// <summary>An <c>Action.Submit</c> that someone pressed.</summary>
    public JsonObject Submit(string serviceUrl, LocalPerson from, LocalMessage card, JsonElement data)
    {
        var activity = Base("message", serviceUrl, from, $"f:{Guid.NewGuid()}", Place(card));
        activity["replyToId"] = card.Id;
        activity["value"] = Node(data);
        activity["entities"] = new JsonArray(ClientInfo());
        return activity;
    }

    /// <summary>Someone searches from the compose box.</summary>
    /// <param name="typed">By the names of the command's parameters in the manifest.</param>
    public JsonObject Query(string serviceUrl, LocalPerson from, string conversation, IReadOnlyDictionary<string, string> typed)
    {
        var activity = Base("invoke", serviceUrl, from, $"f:{Guid.NewGuid()}", new(conversation, null));
        var given = typed.Where(t => t.Value.Length > 0).DefaultIfEmpty(new("initialRun", "true"));
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject
        {
            ["commandId"] = "findCases",
            ["parameters"] = new JsonArray([.. given.Select(t => new JsonObject { ["name"] = t.Key, ["value"] = t.Value })]),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        return activity;
    }

    /// <summary>The bot or a person came to a conversation.</summary>
    public JsonObject MembersAdded(string serviceUrl, LocalPerson from, LocalConversation conversation, string memberId)
    {
        var activity = Base("conversationUpdate", serviceUrl, from, $"f:{Guid.NewGuid()}", new(conversation.Id, null));
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = memberId });
        return conversation.IsChannel ? WithEvent(activity, "teamMemberAdded") : activity;
    }

    public JsonObject ChannelCreated(string serviceUrl, LocalPerson from, LocalConversation channel)
    {
        var activity = WithEvent(Base("conversationUpdate", serviceUrl, from, $"f:{Guid.NewGuid()}", new(tenant.TeamId, null)), "channelCreated");
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name };
        return activity;
    }

    /// <summary>The bot was installed in the team or removed from it.</summary>
    public JsonObject InstallationUpdate(string serviceUrl, LocalPerson from, bool added)
    {
        var activity = Base("installationUpdate", serviceUrl, from, $"f:{Guid.NewGuid()}", new(tenant.TeamId, null));
        activity["action"] = added ? "add" : "remove";
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = tenant.TeamId } };
        return activity;
    }

    private JsonObject Base(string type, string serviceUrl, LocalPerson from, string id, ConversationId place)
    {
        var now = time.GetUtcNow();
        var isChannel = tenant.Conversation(place.Conversation)?.IsChannel ?? true;
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.Options.TenantId } };
        if (isChannel)
        {
            channelData["channel"] = new JsonObject { ["id"] = place.Conversation };
            channelData["team"] = new JsonObject { ["id"] = tenant.TeamId, ["name"] = tenant.Options.OrganisationName };
        }

        var conversation = new JsonObject
        {
            ["id"] = place.ToString(),
            ["conversationType"] = isChannel ? "channel" : "personal",
            ["tenantId"] = tenant.Options.TenantId,
        };
        if (isChannel)
        {
            conversation["isGroup"] = true;
        }

        return new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = from.ChannelId, ["name"] = from.Name, ["aadObjectId"] = from.Id },
            ["recipient"] = new JsonObject { ["id"] = LocalSender.Bot.Id, ["name"] = LocalSender.Bot.Name },
            ["conversation"] = conversation,
            ["channelData"] = channelData,
            ["locale"] = "en-GB",
        };
    }

    private static ConversationId Place(LocalMessage message) => new(message.Conversation, message.Thread);

    private static JsonObject WithEvent(JsonObject activity, string eventType)
    {
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    private static JsonObject ClientInfo() => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = "en-GB",
        ["country"] = "GB",
        ["platform"] = "Web",
        ["timezone"] = "Europe/London",
    };

    private static JsonObject Node(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object ? JsonObject.Create(data)! : new JsonObject();
}
