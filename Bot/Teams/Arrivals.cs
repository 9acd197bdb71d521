using System.Text.Json;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>The bot comes to and leaves teams and chats; channels, teams and people come, change and go.</summary>
public sealed partial class Arrivals(
    ConnectorClient connector,
    ChannelDirectory channels,
    Roster roster,
    Organisation organisation,
    Outbox outbox,
    ILogger<Arrivals> logger)
{
    public Task HandleAsync(Activity activity, CancellationToken cancellationToken) => activity switch
    {
        // Half of an update of the app: the other half follows at once, and the bot is there all the while.
        { Type: "installationUpdate", Action: "remove-upgrade" } => Task.CompletedTask,
        { Type: "installationUpdate", Action: "remove", TeamId: { } teamId } => LoseAsync(teamId, "the bot was removed from the team", cancellationToken),
        { Type: "installationUpdate", Action: "remove", From: { } person } => channels.ForgetChatAsync(person.Id, cancellationToken),
        { Type: "installationUpdate", Action: "add-upgrade", TeamId: not null } => channels.SeeTeamAsync(TeamOf(activity, null), cancellationToken),
        { Type: "installationUpdate", TeamId: not null } => InstalledAsync(activity, activity.From?.Id, cancellationToken),
        { Type: "installationUpdate", IsPersonal: true, Action: not "add-upgrade" } => WelcomeAsync(activity, cancellationToken),
        { Type: "conversationUpdate", EventType: { } happened } => OnEventAsync(happened, activity, cancellationToken),

        // Tells who added it only in installationUpdate, which comes as well.
        { TeamId: not null } when IsAmong(activity.MembersAdded, activity) => InstalledAsync(activity, null, cancellationToken),
        { TeamId: { } teamId } when IsAmong(activity.MembersRemoved, activity) => LoseAsync(teamId, "the bot was removed from the team", cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task OnEventAsync(string happened, Activity activity, CancellationToken cancellationToken) => (happened, activity) switch
    {
        ("channelCreated" or "channelRenamed", { ChannelId: { } channelId }) =>
            SeeAsync(activity, channelId, activity.ChannelName, organisation.Named(activity.ChannelName)?.Id, "", cancellationToken),
        ("channelRestored", { ChannelId: { } channelId }) => RestoredAsync(activity, channelId, cancellationToken),
        ("channelDeleted", { ChannelId: { } channelId }) => channels.LoseChannelAsync(channelId, cancellationToken),
        ("teamDeleted", { TeamId: { } teamId }) => LoseAsync(teamId, "its team was deleted", cancellationToken),
        ("teamHardDeleted", { TeamId: { } teamId }) => LoseForGoodAsync(teamId, cancellationToken),
        ("teamArchived", { TeamId: { } teamId }) => LoseAsync(teamId, "its team is archived", cancellationToken),
        ("teamRenamed" or "teamRestored" or "teamUnarchived", { TeamId: not null }) => channels.SeeTeamAsync(TeamOf(activity, null), cancellationToken),
        (_, { TeamId: not null }) when IsAmong(activity.MembersAdded, activity) => InstalledAsync(activity, null, cancellationToken),
        (_, { TeamId: { } teamId }) when IsAmong(activity.MembersRemoved, activity) => LoseAsync(teamId, "the bot was removed from the team", cancellationToken),
        ("teamMemberAdded" or "teamMemberRemoved" or "channelMemberAdded" or "channelMemberRemoved", _) => ForgetMembersAsync(activity, cancellationToken),
        _ => Task.CompletedTask,
    };

    private static bool IsAmong(IReadOnlyList<string> members, Activity activity) => activity.RecipientId is { } bot && members.Contains(bot);

    private static TeamRow TeamOf(Activity activity, string? installerId) => new()
    {
        Id = activity.TeamId!,
        ServiceUrl = activity.ServiceUrl,
        TenantId = activity.TenantId,
        Name = activity.TeamName,
        InstallerId = installerId,
    };

    private async Task LoseAsync(string teamId, string why, CancellationToken cancellationToken)
    {
        Log.Lost(logger, teamId, why);
        await channels.LoseTeamAsync(teamId, why, cancellationToken);
    }

    private async Task LoseForGoodAsync(string teamId, CancellationToken cancellationToken)
    {
        await LoseAsync(teamId, "its team was deleted", cancellationToken);
        foreach (var channel in await channels.OfTeamAsync(teamId, cancellationToken))
        {
            await channels.LoseChannelAsync(channel.Id, cancellationToken);
        }
    }

    private async Task ForgetMembersAsync(Activity activity, CancellationToken cancellationToken)
    {
        foreach (var channel in activity.TeamId is { } teamId ? await channels.OfTeamAsync(teamId, cancellationToken) : [])
        {
            await roster.ForgetAsync(channel.Id, cancellationToken);
        }
    }

    private async Task InstalledAsync(Activity activity, string? installerId, CancellationToken cancellationToken)
    {
        await channels.SeeTeamAsync(TeamOf(activity, installerId), cancellationToken);
        try
        {
            foreach (var (id, name) in await connector.ChannelsAsync(activity.ServiceUrl, activity.TeamId!, cancellationToken))
            {
                await SeeAsync(activity, id, name, organisation.Named(name)?.Id, "", cancellationToken);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            // Channels are learned from their first message as well; only the offers are missed.
            Log.NoChannels(logger, activity.TeamId!, fault.Message);
        }
    }

    /// <summary>It is asked whether the ward shall come back: the link may have been taken away on purpose, or given elsewhere.</summary>
    private async Task RestoredAsync(Activity activity, string channelId, CancellationToken cancellationToken)
    {
        await channels.ResumeAsync(channelId, cancellationToken);
        var wardId = await channels.LastShownAsync(channelId, cancellationToken) ?? organisation.Named(activity.ChannelName)?.Id;
        await SeeAsync(activity, channelId, activity.ChannelName, wardId, $":{activity.Id}", cancellationToken);
    }

    /// <summary>A channel that is called like a ward without a channel is offered for linking, once.</summary>
    private async Task SeeAsync(Activity activity, string channelId, string? name, string? wardId, string occasion, CancellationToken cancellationToken)
    {
        await channels.SeeChannelAsync(
            new ChannelRow { Id = channelId, ServiceUrl = activity.ServiceUrl, TenantId = activity.TenantId, TeamId = activity.TeamId, Name = name },
            cancellationToken);
        if (organisation.Find(wardId) is { } ward && await channels.OfWardAsync(ward.Id, cancellationToken) is null)
        {
            await outbox.AddAsync(
                OutboxEntry.ToLane(
                    channelId,
                    new Intention.Answer(new Address(activity.ServiceUrl, channelId, null), new Reply.OfferLink(ward.Id)),
                    key: $"offer:{channelId}:{ward.Id}{occasion}"),
                cancellationToken);
        }
    }

    private async Task WelcomeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From is { } person)
        {
            await channels.SeeChatAsync(
                new ChatRow { PersonId = person.Id, ConversationId = activity.ConversationId, ServiceUrl = activity.ServiceUrl, TenantId = activity.TenantId },
                cancellationToken);
        }

        await outbox.AddAsync(
            OutboxEntry.ToLane(activity.Lane, new Intention.Answer(activity.Address, new Reply.Help()), key: $"welcome:{activity.ConversationId}"),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5020, LogLevel.Warning, "Nothing is sent to team {TeamId} now: {Why}. What waits for its channels is kept until the bot is back.")]
        public static partial void Lost(ILogger logger, string teamId, string why);

        [LoggerMessage(5021, LogLevel.Warning, "Teams didn't list the channels of team {TeamId}: {Why}. Say \"@FeedbackBot link WARD\" in each channel.")]
        public static partial void NoChannels(ILogger logger, string teamId, string why);
    }
}
