using System.Collections.Concurrent;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Teams;

/// <summary>Remembers where activities came from. Most come from where the last one did, so only news is written.</summary>
public sealed class Places(ChannelDirectory channels, Roster roster)
{
    private readonly ConcurrentDictionary<string, (string ServiceUrl, string? Name)> _seen = new();

    public async Task SeeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From is { } person && person.Name != "Someone" && IsNews($"person {person.Id}", activity.FromTeamsId ?? "", person.Name))
        {
            await roster.SeeAsync(person, activity.FromTeamsId, cancellationToken);
        }

        if (activity.Type is not ("message" or "invoke"))
        {
            return;
        }

        if (activity is { IsPersonal: true, From: { } chatter })
        {
            // Not from memory: the bot may have forgotten the chat since, when it was closed to it.
            var known = await channels.FindChatAsync(chatter.Id, cancellationToken);
            if (known?.ConversationId != activity.ConversationId || known.ServiceUrl != activity.ServiceUrl)
            {
                await channels.SeeChatAsync(
                    new ChatRow { PersonId = chatter.Id, ConversationId = activity.ConversationId, ServiceUrl = activity.ServiceUrl, TenantId = activity.TenantId },
                    cancellationToken);
            }
        }
        else if (activity.ConversationType is null or "channel")
        {
            var channelId = Lane.OfConversation(activity.ConversationId);
            var known = await channels.FindAsync(channelId, cancellationToken);
            if (IsNews(channelId, activity.ServiceUrl, activity.ChannelName) || known?.ServiceUrl != activity.ServiceUrl)
            {
                await channels.SeeChannelAsync(
                    new ChannelRow
                    {
                        Id = channelId,
                        ServiceUrl = activity.ServiceUrl,
                        TenantId = activity.TenantId,
                        TeamId = activity.TeamId,
                        Name = activity.ChannelName,
                    },
                    cancellationToken);
            }

            // An administrator who lets the bot in again tells it nothing: the first word in the channel does (facts-teams.md, Limits).
            if (known?.PausedBecause is not null)
            {
                await channels.ResumeAsync(channelId, cancellationToken);
            }
        }
    }

    private bool IsNews(string place, string serviceUrl, string? name)
    {
        var news = (serviceUrl, name);
        if (_seen.TryGetValue(place, out var known) && known == news)
        {
            return false;
        }

        _seen[place] = news;
        return true;
    }
}
