using System.Text.Json;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>The bot comes to and leaves teams and chats; channels come, change and go.</summary>
public sealed partial class Arrivals(
    ConnectorClient connector,
    ChannelDirectory channels,
    Organisation organisation,
    Outbox outbox,
    ILogger<Arrivals> logger)
{
    public async Task HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity)
        {
            case { Type: "installationUpdate", Action: "remove" or "remove-upgrade", TeamId: { } teamId }:
                Log.Removed(logger, teamId);
                await channels.LoseTeamAsync(teamId, "the bot was removed from the team", cancellationToken);
                break;
            case { Type: "installationUpdate", Action: "remove" or "remove-upgrade", From: { } person }:
                await channels.ForgetChatAsync(person.Id, cancellationToken);
                break;
            case { Type: "installationUpdate", TeamId: not null }:
                await InstalledAsync(activity, activity.From?.Id, cancellationToken);
                break;
            case { Type: "installationUpdate", IsPersonal: true }:
                await WelcomeAsync(activity, cancellationToken);
                break;
            case { EventType: "channelDeleted", ChannelId: { } channelId }:
                await channels.UnlinkAsync(channelId, cancellationToken);
                break;
            case { EventType: "channelCreated" or "channelRenamed" or "channelRestored", ChannelId: { } channelId }:
                await SeeAsync(activity, channelId, activity.ChannelName, cancellationToken);
                break;
            case { TeamId: not null } when activity.RecipientId is { } bot && activity.MembersAdded.Contains(bot):
                // Tells who added it only in installationUpdate, which comes as well.
                await InstalledAsync(activity, null, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task InstalledAsync(Activity activity, string? installerId, CancellationToken cancellationToken)
    {
        await channels.SeeTeamAsync(
            new TeamRow
            {
                Id = activity.TeamId!,
                ServiceUrl = activity.ServiceUrl,
                TenantId = activity.TenantId,
                Name = activity.TeamName,
                InstallerId = installerId,
            },
            cancellationToken);
        try
        {
            foreach (var (id, name) in await connector.ChannelsAsync(activity.ServiceUrl, activity.TeamId!, cancellationToken))
            {
                await SeeAsync(activity, id, name, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            // Channels are learned from their first message as well; only the offers are missed.
            Log.NoChannels(logger, activity.TeamId!, fault.Message);
        }
    }

    /// <summary>A channel that is called like a ward without a channel is offered for linking, once.</summary>
    private async Task SeeAsync(Activity activity, string channelId, string? name, CancellationToken cancellationToken)
    {
        await channels.SeeChannelAsync(
            new ChannelRow { Id = channelId, ServiceUrl = activity.ServiceUrl, TenantId = activity.TenantId, TeamId = activity.TeamId, Name = name },
            cancellationToken);
        if (organisation.Named(name) is { } ward && await channels.OfWardAsync(ward.Id, cancellationToken) is null)
        {
            await outbox.AddAsync(
                OutboxEntry.ToLane(
                    channelId,
                    new Intention.Answer(new Address(activity.ServiceUrl, channelId, null), new Reply.OfferLink(ward.Id)),
                    key: $"offer:{channelId}:{ward.Id}"),
                cancellationToken);
        }
    }

    private Task WelcomeAsync(Activity activity, CancellationToken cancellationToken) => outbox.AddAsync(
        OutboxEntry.ToLane(activity.Lane, new Intention.Answer(activity.Address, new Reply.Help()), key: $"welcome:{activity.ConversationId}"),
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(5020, LogLevel.Warning, "The bot was removed from team {TeamId}. What waits for its channels is kept until the bot is back.")]
        public static partial void Removed(ILogger logger, string teamId);

        [LoggerMessage(5021, LogLevel.Warning, "Teams didn't list the channels of team {TeamId}: {Why}. Say \"@FeedbackBot link WARD\" in each channel.")]
        public static partial void NoChannels(ILogger logger, string teamId, string why);
    }
}
