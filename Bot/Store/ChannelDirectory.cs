using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Where the bot is: teams, channels and chats, and which channel shows which ward.</summary>
public sealed class ChannelDirectory(FeedbackDatabase database, OutboxSignal signal, TimeProvider clock)
{
    private const int Tries = 5;

    public async Task<ChannelRow?> FindAsync(string channelId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.FirstOrDefaultAsync(c => c.Id == channelId, cancellationToken);
    }

    /// <summary>The channel that shows a ward; null while it has none.</summary>
    public async Task<ChannelRow?> OfWardAsync(string wardId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.FirstOrDefaultAsync(c => c.WardId == wardId, cancellationToken);
    }

    /// <summary>Some channel that the bot is in, for what concerns the whole organisation; null while it is in none.</summary>
    public async Task<ChannelRow?> AnyAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.OrderBy(c => c.PausedBecause != null).ThenBy(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>All linked channels by ward id.</summary>
    public async Task<IReadOnlyDictionary<string, ChannelRow>> LinkedAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.Where(c => c.WardId != null).ToDictionaryAsync(c => c.WardId!, cancellationToken);
    }

    /// <summary>The channels of a team that the bot has seen.</summary>
    public async Task<IReadOnlyList<ChannelRow>> OfTeamAsync(string teamId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.Where(c => c.TeamId == teamId).ToListAsync(cancellationToken);
    }

    /// <summary>The newest service URL of a channel or chat; null where neither is known.</summary>
    public async Task<string?> ServiceUrlOfAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Channels.Where(c => c.Id == conversationId).Select(c => c.ServiceUrl).FirstOrDefaultAsync(cancellationToken)
            ?? await context.Chats.Where(c => c.ConversationId == conversationId).Select(c => c.ServiceUrl).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The ward whose card was the last to be put there; null where none ever was.</summary>
    public async Task<string?> LastShownAsync(string channelId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Cards.Where(c => c.ChannelId == channelId).OrderByDescending(c => c.PostedAt).Select(c => c.WardId).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<TeamRow?> FindTeamAsync(string teamId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Teams.FirstOrDefaultAsync(t => t.Id == teamId, cancellationToken);
    }

    public async Task<ChatRow?> FindChatAsync(string personId, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Chats.FirstOrDefaultAsync(c => c.PersonId == personId, cancellationToken);
    }

    /// <summary>Remembers a channel as Teams just showed it; the newest service URL counts, for its whole team, and what isn't told stays.</summary>
    public Task SeeChannelAsync(ChannelRow seen, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            var row = await context.Channels.AsTracking().FirstOrDefaultAsync(c => c.Id == seen.Id, cancellationToken);
            if (row is null)
            {
                context.Channels.Add(seen);
                return;
            }

            var moved = row.ServiceUrl == seen.ServiceUrl ? null : row.ServiceUrl;
            row.ServiceUrl = seen.ServiceUrl;
            row.TenantId = seen.TenantId ?? row.TenantId;
            row.TeamId = seen.TeamId ?? row.TeamId;
            row.Name = seen.Name ?? row.Name;
            if (moved is not null)
            {
                await MoveServiceAsync(context, row.TeamId, moved, seen.ServiceUrl, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>The bot is in a team (again): its channels go on.</summary>
    public Task SeeTeamAsync(TeamRow seen, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            var row = await context.Teams.AsTracking().FirstOrDefaultAsync(t => t.Id == seen.Id, cancellationToken);
            if (row is null)
            {
                context.Teams.Add(seen);
            }
            else
            {
                await MoveServiceAsync(context, seen.Id, row.ServiceUrl, seen.ServiceUrl, cancellationToken);
                row.ServiceUrl = seen.ServiceUrl;
                row.TenantId = seen.TenantId ?? row.TenantId;
                row.Name = seen.Name ?? row.Name;
                row.InstallerId = seen.InstallerId ?? row.InstallerId;
                row.Removed = false;
            }

            await context.Channels.Where(c => c.TeamId == seen.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.PausedBecause, (string?)null).SetProperty(c => c.ServiceUrl, seen.ServiceUrl), cancellationToken);

            // Marks what is under way right now: a refusal that was asked for before the bot was back must not pause the channel again.
            var back = $"The bot came back on {clock.GetUtcNow():O}";
            await context.Outbox.Undelivered().Where(o => context.Channels.Any(c => c.Id == o.Lane && c.TeamId == seen.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.LastAnswer, back), cancellationToken);
        },
        cancellationToken);

    /// <summary>The bot was removed from a team: what waits there goes on waiting until it is back.</summary>
    public Task LoseTeamAsync(string teamId, string why, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            await context.Teams.Where(t => t.Id == teamId).ExecuteUpdateAsync(s => s.SetProperty(t => t.Removed, true), cancellationToken);
            await context.Channels.Where(c => c.TeamId == teamId).ExecuteUpdateAsync(s => s.SetProperty(c => c.PausedBecause, why), cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// A channel is gone: its ward has none until it is linked elsewhere. What waits for the ward waits on, and what was only for this channel is
    /// over.
    /// </summary>
    public Task LoseChannelAsync(string channelId, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            await LetGoAsync(context, channelId, cancellationToken);
            await context.Outbox.Undelivered().Where(o => o.Lane == channelId).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, OutboxState.Delivered).SetProperty(o => o.LastAnswer, "The channel was deleted.").SetProperty(o => o.FinishedAt, clock.GetUtcNow()),
                cancellationToken);
        },
        cancellationToken);

    /// <summary>The bot was heard from in a channel, so it is there: what waits for it goes on.</summary>
    public Task ResumeAsync(string channelId, CancellationToken cancellationToken) => WriteRetryingAsync(
        context => context.Channels.Where(c => c.Id == channelId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.PausedBecause, (string?)null), cancellationToken),
        cancellationToken);

    public Task SeeChatAsync(ChatRow seen, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            await context.Chats.Where(c => c.PersonId == seen.PersonId).ExecuteDeleteAsync(cancellationToken);
            context.Chats.Add(seen);
        },
        cancellationToken);

    public Task ForgetChatAsync(string personId, CancellationToken cancellationToken) => WriteRetryingAsync(
        context => context.Chats.Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    /// <summary>From now on the channel shows the ward; both leave what they were linked to. What waits for the ward follows, and so do its open cases.</summary>
    public Task<LinkResult> LinkAsync(string channelId, string wardId, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            var wardHad = await context.Channels.Where(c => c.WardId == wardId).Select(c => c.Id).FirstOrDefaultAsync(cancellationToken);
            var channelHad = await context.Channels.Where(c => c.Id == channelId).Select(c => c.WardId).FirstOrDefaultAsync(cancellationToken);
            if (wardHad == channelId)
            {
                return new LinkResult(null, null);
            }

            if (wardHad is not null)
            {
                await LetGoAsync(context, wardHad, cancellationToken);
            }

            await LetGoAsync(context, channelId, cancellationToken);
            await context.Channels.Where(c => c.Id == channelId).ExecuteUpdateAsync(s => s.SetProperty(c => c.WardId, wardId), cancellationToken);
            return new LinkResult(wardHad, channelHad);
        },
        cancellationToken);

    /// <returns>The ward that the channel showed; null if it showed none.</returns>
    public Task<string?> UnlinkAsync(string channelId, CancellationToken cancellationToken) =>
        database.WriteAsync(context => LetGoAsync(context, channelId, cancellationToken), cancellationToken);

    /// <summary>The channel shows no ward any more. What waits for its ward, and each open case that stands here, comes to the channel that shows it next.</summary>
    /// <returns>The ward that the channel showed; null if it showed none.</returns>
    private async Task<string?> LetGoAsync(FeedbackContext context, string channelId, CancellationToken cancellationToken)
    {
        var wardId = await context.Channels.Where(c => c.Id == channelId).Select(c => c.WardId).FirstOrDefaultAsync(cancellationToken);
        if (wardId is null)
        {
            return null;
        }

        await context.Channels.Where(c => c.Id == channelId).ExecuteUpdateAsync(s => s.SetProperty(c => c.WardId, (string?)null), cancellationToken);
        await context.Outbox.Undelivered().Where(o => o.WardId == wardId)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Lane, (string?)null), cancellationToken);
        var standing = await context.Cases.Open()
            .Where(c => c.WardId == wardId && context.Cards.Any(s => s.CaseId == c.Id && s.ChannelId == channelId))
            .OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var coming = (await context.Outbox.Undelivered().Where(o => o.WardId == wardId).ToListAsync(cancellationToken))
            .Where(RowDelivery.IsNewCard).Select(o => o.CaseId).ToHashSet();
        var now = clock.GetUtcNow();
        context.Outbox.AddRange(standing.Where(id => !coming.Contains(id)).Select(id => OutboxRows.Of(OutboxEntry.ToWard(wardId, id, new Intention.PostCard(id)), now)));
        return wardId;
    }

    /// <summary>Teams has moved the organisation: what was reached where the team was is reached where it is now.</summary>
    private static async Task MoveServiceAsync(FeedbackContext context, string? teamId, string from, string to, CancellationToken cancellationToken)
    {
        if (from == to || teamId is null)
        {
            return;
        }

        await context.Teams.Where(t => t.Id == teamId).ExecuteUpdateAsync(s => s.SetProperty(t => t.ServiceUrl, to), cancellationToken);
        await context.Channels.Where(c => c.TeamId == teamId).ExecuteUpdateAsync(s => s.SetProperty(c => c.ServiceUrl, to), cancellationToken);
        await context.Chats.Where(c => c.ServiceUrl == from).ExecuteUpdateAsync(s => s.SetProperty(c => c.ServiceUrl, to), cancellationToken);
    }

    private Task<bool> WriteRetryingAsync(Func<FeedbackContext, Task> work, CancellationToken cancellationToken) => WriteRetryingAsync(
        async context =>
        {
            await work(context);
            return true;
        },
        cancellationToken);

    /// <summary>Two activities may tell of a new place, or link one, at once; the second attempt finds what the first one did.</summary>
    private async Task<T> WriteRetryingAsync<T>(Func<FeedbackContext, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await database.WriteAsync(work, cancellationToken);
                signal.Set();
                return result;
            }
            catch (Exception fault) when (Conflict.Is(fault) && attempt < Tries)
            {
            }
        }
    }
}
