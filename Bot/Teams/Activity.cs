using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;

namespace FeedbackBot.Teams;

/// <summary>What Teams sent us, as far as it's needed. Everything in it is data from outside.</summary>
public sealed record Activity
{
    /// <summary>message, invoke, conversationUpdate or installationUpdate.</summary>
    public required string Type { get; init; }

    public string? Id { get; init; }

    /// <summary>The kind of invoke.</summary>
    public string? Name { get; init; }

    /// <summary>add or remove, of an installationUpdate.</summary>
    public string? Action { get; init; }

    /// <summary>Teams' <c>channelId</c>: which of the Bot Framework's channels it came by, "msteams" for Teams. Not a team's channel.</summary>
    public string? BotChannel { get; init; }

    public required string ServiceUrl { get; init; }

    /// <summary>A channel's thread, or a chat.</summary>
    public required string ConversationId { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    /// <summary>Who did it; null where Teams names nobody.</summary>
    public Person? From { get; init; }

    /// <summary>The id by which Teams knows them for this bot (<c>29:…</c>).</summary>
    public string? FromTeamsId { get; init; }

    public string? RecipientId { get; init; }

    public string? Text { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>A click's payload.</summary>
    public JsonElement? Value { get; init; }

    public string? TenantId { get; init; }

    public string? TeamId { get; init; }

    public string? TeamName { get; init; }

    public string? ChannelId { get; init; }

    public string? ChannelName { get; init; }

    /// <summary>channelCreated, channelRenamed and the like, of a conversationUpdate.</summary>
    public string? EventType { get; init; }

    /// <summary>Where the person's clock is, by its IANA name; null where Teams didn't say, or named one that this machine doesn't know.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    public IReadOnlyList<string> MembersAdded { get; init; } = [];

    public IReadOnlyList<string> MembersRemoved { get; init; } = [];

    /// <summary>A chat among people, where the bot is not: only a card that someone put there speaks to it.</summary>
    public bool IsOthersChat => ConversationType == "groupChat" || (ConversationType == "personal" && ConversationId.StartsWith("19:", StringComparison.Ordinal));

    public bool IsPersonal => !IsOthersChat && (ConversationType == "personal" || (ConversationType is null && TeamId is null && ChannelId is null));

    /// <summary>Where it is counted and kept in order.</summary>
    public string Lane => IsPersonal && From is not null ? Deliver.Lane.OfPerson(From.Id) : Deliver.Lane.OfConversation(ConversationId);

    /// <summary>Where an answer goes: under the message, or under the card that was pressed, since a click is no message.</summary>
    public Address Address => new(ServiceUrl, ConversationId, IsPersonal ? null : Value is null ? Id : ReplyToId);
}
