using FeedbackBot.Store.Rows;

namespace FeedbackBot.Teams;

/// <summary>Links that open a card where it stands.</summary>
public static class CardLink
{
    /// <returns>Null without a card.</returns>
    public static Uri? To(ChannelRow? channel, CardRow? card)
    {
        if (channel is null || card is null)
        {
            return null;
        }

        var (conversation, message) = (Uri.EscapeDataString(channel.Id), Uri.EscapeDataString(card.ActivityId));
        var service = new Uri(channel.ServiceUrl);
        return service.IsLoopback
            ? new Uri(service, $"/?conversation={conversation}&message={message}")
            : new Uri($"https://teams.microsoft.com/l/message/{conversation}/{message}?tenantId={channel.TenantId}&parentMessageId={message}");
    }
}
