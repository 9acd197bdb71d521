using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedbackBot.LocalTeams;

/// <summary>What the Bot Connector does for a bot, as far as this bot needs it. Knows no HTTP.</summary>
internal sealed class LocalConnector(LocalTenant tenant)
{
    /// <summary>Teams refuses a message over about 100 KB, counted in UTF-16.</summary>
    private const int LargestMessage = 100 * 1024;

    /// <summary>Starts a thread in a channel (<c>channelData.channel.id</c>) or a 1:1 chat (<c>members</c>).</summary>
    public ConnectorAnswer CreateConversation(JsonElement body)
    {
        if (ChannelOf(body) is { } channel)
        {
            return tenant.Conversation(channel) is not { IsChannel: true } ? ConnectorAnswer.NoConversation
                : body.Part("activity") is not { ValueKind: JsonValueKind.Object } activity ? ConnectorAnswer.BadSyntax
                : Say(new(channel, null), activity, id => new JsonObject
                {
                    ["id"] = new ConversationId(channel, id).ToString(),
                    ["activityId"] = id,
                });
        }

        var members = body.Rows("members").ToList();
        if (members is not [var member] || member.Words("id") is not { } memberId)
        {
            return ConnectorAnswer.BadSyntax;
        }

        if (tenant.Person(memberId) is not { } person)
        {
            return ConnectorAnswer.NoMember;
        }

        var chat = LocalTenant.ChatId(person);
        tenant.Open(new(chat, LocalSender.Bot.Name, person.Id));
        return body.Part("activity") is { ValueKind: JsonValueKind.Object } first
            ? Say(new(chat, null), first, id => new JsonObject { ["id"] = chat, ["activityId"] = id })
            : ConnectorAnswer.Created(new JsonObject { ["id"] = chat });
    }

    /// <param name="replyTo">The activity whose thread it goes to, when the id names none.</param>
    public ConnectorAnswer Send(ConversationId to, string? replyTo, JsonElement activity)
    {
        if (tenant.Conversation(to.Conversation) is not { } conversation)
        {
            return ConnectorAnswer.NoConversation;
        }

        var root = to.Root ?? (conversation.IsChannel && replyTo is not null ? tenant.Message(conversation.Id, replyTo)?.Thread : null);
        if (root is not null && tenant.Message(conversation.Id, root) is null)
        {
            return ConnectorAnswer.NoConversation;
        }

        return Say(to with { Root = root }, activity, id => new JsonObject { ["id"] = id });
    }

    public ConnectorAnswer Edit(ConversationId at, string activityId, JsonElement activity) =>
        tenant.Conversation(at.Conversation) is null ? ConnectorAnswer.NoConversation
        : IsTooBig(activity) ? ConnectorAnswer.TooBig
        : tenant.Edit(at.Conversation, activityId, LocalContent.Of(activity)) is null ? ConnectorAnswer.NoActivity
        : ConnectorAnswer.Ok(new JsonObject { ["id"] = activityId });

    public ConnectorAnswer Delete(ConversationId at, string activityId) =>
        tenant.Conversation(at.Conversation) is null ? ConnectorAnswer.NoConversation
        : tenant.Delete(at.Conversation, activityId) is null ? ConnectorAnswer.NoActivity
        : ConnectorAnswer.Ok(null);

    public ConnectorAnswer Members(ConversationId of, int pageSize, string? continuation)
    {
        if (tenant.Conversation(of.Conversation) is not { } conversation)
        {
            return ConnectorAnswer.NoConversation;
        }

        var skip = int.TryParse(continuation, out var token) ? Math.Max(token, 0) : 0;
        var all = MembersOf(conversation);
        var page = all.Skip(skip).Take(pageSize).Select(p => (JsonNode)Member(p)).ToArray();
        var answer = new JsonObject { ["members"] = new JsonArray(page) };
        if (skip + page.Length < all.Count)
        {
            answer["continuationToken"] = $"{skip + page.Length}";
        }

        return ConnectorAnswer.Ok(answer);
    }

    public ConnectorAnswer Member(ConversationId of, string id) =>
        tenant.Conversation(of.Conversation) is not { } conversation ? ConnectorAnswer.NoConversation
        : MembersOf(conversation).FirstOrDefault(p => p.HasId(id)) is not { } person ? ConnectorAnswer.NoMember
        : ConnectorAnswer.Ok(Member(person));

    public ConnectorAnswer Channels(string teamId)
    {
        if (teamId != tenant.TeamId)
        {
            return ConnectorAnswer.NoConversation;
        }

        // The General channel comes without a name, as in Teams.
        var channels = tenant.Conversations.Where(c => c.IsChannel)
            .Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["name"] = c.Id == teamId ? null : c.Name, ["type"] = "standard" });
        return ConnectorAnswer.Ok(new JsonObject { ["conversations"] = new JsonArray([.. channels]) });
    }

    public ConnectorAnswer Team(string teamId) => teamId != tenant.TeamId
        ? ConnectorAnswer.NoConversation
        : ConnectorAnswer.Ok(new JsonObject
        {
            ["id"] = teamId,
            ["name"] = tenant.Options.OrganisationName,
            ["aadGroupId"] = tenant.Options.TenantId,
            ["type"] = "standard",
            ["channelCount"] = tenant.Conversations.Count(c => c.IsChannel),
            ["memberCount"] = tenant.Options.People.Count,
        });

    /// <summary>The channel that a request to create a conversation is about; null when it is about a chat.</summary>
    public static string? ChannelOf(JsonElement body) => body.Part("channelData")?.Part("channel")?.Words("id");

    private ConnectorAnswer Say(ConversationId to, JsonElement activity, Func<string, JsonObject> answer)
    {
        if (IsTooBig(activity))
        {
            return ConnectorAnswer.TooBig;
        }

        if (activity.Words("type") is not ("message" or null))
        {
            // Typing and its like: taken, and nothing to keep.
            return ConnectorAnswer.Created(answer("0"));
        }

        var content = LocalContent.Of(activity);
        if (content is { Text.Length: > 0, Cards.Count: > 0 })
        {
            // Teams splits such a message in two and gives no id back (facts-teams.md).
            var text = tenant.Post(to.Conversation, to.Root, LocalSender.Bot, content with { Cards = [] });
            tenant.Post(to.Conversation, text?.Thread, LocalSender.Bot, content with { Text = null });
            return ConnectorAnswer.Created(new JsonObject());
        }

        return tenant.Post(to.Conversation, to.Root, LocalSender.Bot, content) is { } message
            ? ConnectorAnswer.Created(answer(message.Id))
            : ConnectorAnswer.NoConversation;
    }

    private List<LocalPerson> MembersOf(LocalConversation conversation) =>
        [.. tenant.Options.People.Where(p => conversation.IsChannel || p.HasId(conversation.Person!))];

    private JsonObject Member(LocalPerson person) => new()
    {
        ["id"] = person.ChannelId,
        ["name"] = person.Name,
        ["objectId"] = person.Id,
        ["aadObjectId"] = person.Id,
        ["givenName"] = person.Name.Split(' ')[0],
        ["userPrincipalName"] = $"{person.Role}@hospital.example",
        ["email"] = $"{person.Role}@hospital.example",
        ["tenantId"] = tenant.Options.TenantId,
        ["userRole"] = "user",
    };

    private static bool IsTooBig(JsonElement activity) => activity.GetRawText().Length * sizeof(char) > LargestMessage;
}
