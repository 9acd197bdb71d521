using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Reads an activity out of JSON. Pure: a fault is a sentence, not an exception.</summary>
public static class ActivityReader
{
    /// <returns>The activity, or null and why it isn't one.</returns>
    public static (Activity? Activity, string? Fault) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "An activity is a JSON object.");
        }

        var (type, serviceUrl) = (Text(json, "type"), Text(json, "serviceUrl"));
        var conversation = Object(json, "conversation");
        var conversationId = Text(conversation, "id");
        if (type is null || serviceUrl is null || conversationId is null)
        {
            return (null, "An activity needs type, serviceUrl and conversation.id.");
        }

        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https"))
        {
            return (null, "serviceUrl is not an address.");
        }

        var channelData = Object(json, "channelData");
        var (team, channel, from) = (Object(channelData, "team"), Object(channelData, "channel"), Object(json, "from"));
        return (new Activity
        {
            Type = type,
            Id = Text(json, "id"),
            Name = Text(json, "name"),
            Action = Text(json, "action"),
            BotChannel = Text(json, "channelId"),
            ServiceUrl = serviceUrl,
            ConversationId = conversationId,
            ConversationType = Text(conversation, "conversationType"),
            From = (Text(from, "aadObjectId") ?? Text(from, "id")) is { } id ? new Person(EntraId.Of(id), Text(from, "name") ?? "Someone") : null,
            FromTeamsId = Text(from, "id"),
            RecipientId = Text(Object(json, "recipient"), "id"),
            Text = Text(json, "text"),
            ReplyToId = Text(json, "replyToId"),
            Value = json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object ? value.Clone() : null,
            TenantId = Text(Object(channelData, "tenant"), "id") ?? Text(conversation, "tenantId"),
            TeamId = Text(team, "id"),
            TeamName = Text(team, "name"),
            ChannelId = Text(channel, "id"),
            ChannelName = Text(channel, "name"),
            EventType = Text(channelData, "eventType"),
            TimeZone = Zone(json),
            MembersAdded = Ids(json, "membersAdded"),
            MembersRemoved = Ids(json, "membersRemoved"),
        }, null);
    }

    internal static string? Text(JsonElement? json, string name)
    {
        try
        {
            return json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: it is JSON, but no text that anyone can have meant.
            return null;
        }
    }

    private static JsonElement? Object(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>Messages have it in <c>localTimezone</c> or in an entity about the client; clicks and installations often in neither.</summary>
    private static TimeZoneInfo? Zone(JsonElement json)
    {
        IEnumerable<string?> named =
        [
            Text(json, "localTimezone"),
            .. json.TryGetProperty("entities", out var entities) && entities.ValueKind == JsonValueKind.Array
                ? entities.EnumerateArray().Where(e => Text(e, "type") == "clientInfo").Select(e => Text(e, "timezone"))
                : [],
        ];
        return named.Select(n => n is not null && TimeZoneInfo.TryFindSystemTimeZoneById(n, out var zone) ? zone : null).FirstOrDefault(z => z is not null);
    }

    private static List<string> Ids(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(m => Text(m, "id")).OfType<string>()]
            : [];
}
