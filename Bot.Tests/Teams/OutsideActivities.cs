using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>The activities that <see cref="OutsideTeams"/> sends, in Teams' shapes.</summary>
internal sealed class OutsideActivities(string serviceUrl)
{
    public const string GroupChat = "19:outside-group@thread.v2";

    private int _next;

    /// <summary>A question with a mention, in a channel.</summary>
    public JsonObject Says(LocalPerson person, string channel, string text)
    {
        var id = $"17{Interlocked.Increment(ref _next):D11}";
        var activity = InChannel("message", person, $"{channel};messageid={id}", channel);
        activity["id"] = id;
        activity["text"] = $"<at>FeedbackBot</at> {text}";
        return activity;
    }

    /// <summary>A question in a chat.</summary>
    public JsonObject Chats(LocalPerson person, string text)
    {
        var activity = InChat("message", person);
        activity["text"] = text;
        return activity;
    }

    /// <summary>A click on this message; as Action.Submit where <paramref name="verb"/> is null.</summary>
    public JsonObject Clicks(LocalPerson person, OutsideMessage on, string? verb, JsonObject data)
    {
        var isChat = on.Thread is null;
        var activity = isChat ? InChat("invoke", person) : InChannel("invoke", person, $"{on.Conversation};messageid={on.Thread}", on.Conversation);
        activity["replyToId"] = on.Id;
        if (verb is null)
        {
            activity["type"] = "message";
            activity["value"] = data;
            return activity;
        }

        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        return activity;
    }

    /// <summary>A search from the compose box of a chat among people.</summary>
    public JsonObject Searches(LocalPerson person, JsonNode? value)
    {
        var activity = Base("invoke", person, GroupChat, "groupChat");
        activity["name"] = "composeExtension/query";
        activity["value"] = value;
        return activity;
    }

    /// <summary>A click, or a refresh, on a card that someone put into a chat among people.</summary>
    public JsonObject ClicksInGroup(LocalPerson person, string verb, JsonObject data, string conversation = GroupChat, string type = "groupChat")
    {
        var activity = Base("invoke", person, conversation, type);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "1711111111111";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        return activity;
    }

    /// <summary>The bot was added to the team or removed from it.</summary>
    public JsonObject Installs(LocalPerson person, string action = "add")
    {
        var activity = InChannel("installationUpdate", person, OutsideTeams.TeamId, OutsideTeams.TeamId);
        activity["action"] = action;
        return activity;
    }

    /// <summary>The bot was added for one person.</summary>
    public JsonObject InstallsForSelf(LocalPerson person, string action = "add")
    {
        var activity = InChat("installationUpdate", person);
        activity["action"] = action;
        return activity;
    }

    /// <param name="happened">channelCreated, channelRenamed, channelDeleted.</param>
    public JsonObject ChannelEvent(LocalPerson person, string happened, string channel, string name)
    {
        var activity = InChannel("conversationUpdate", person, OutsideTeams.TeamId, channel);
        activity["channelData"]!["eventType"] = happened;
        activity["channelData"]!["channel"]!["name"] = name;
        return activity;
    }

    /// <param name="happened">teamRenamed, teamArchived, teamMemberRemoved and the like.</param>
    /// <param name="member">Who was added or removed; null where it isn't about members.</param>
    public JsonObject TeamEvent(LocalPerson person, string happened, string? member = null)
    {
        var activity = InChannel("conversationUpdate", person, OutsideTeams.TeamId, OutsideTeams.TeamId);
        activity["channelData"]!["eventType"] = happened;
        if (member is not null)
        {
            activity[happened.EndsWith("Added", StringComparison.Ordinal) ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = member });
        }

        return activity;
    }

    private JsonObject InChannel(string type, LocalPerson person, string conversation, string channel)
    {
        var activity = Base(type, person, conversation, "channel");
        activity["channelData"]!["team"] = new JsonObject { ["id"] = OutsideTeams.TeamId, ["name"] = "Outside team" };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
        return activity;
    }

    private JsonObject InChat(string type, LocalPerson person) => Base(type, person, OutsideTeams.ChatOf(person), "personal");

    private JsonObject Base(string type, LocalPerson person, string conversation, string conversationType) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Guid.NewGuid()}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = person.ChannelId, ["name"] = person.Name, ["aadObjectId"] = person.Id },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "FeedbackBot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversationType, ["tenantId"] = "outside-tenant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "outside-tenant" } },
    };
}
