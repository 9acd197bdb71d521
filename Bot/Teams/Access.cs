using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Who may ask what.</summary>
public sealed class Access(Organisation organisation, ChannelDirectory channels, Roster roster)
{
    /// <summary>The whole organisation's figures and cases.</summary>
    public bool MaySeeAll(Person person) => organisation.IsBoss(person.Id) || organisation.IsAdmin(person.Id);

    /// <summary>One ward's figures and cases.</summary>
    public async Task<bool> MaySeeAsync(Person person, string wardId, CancellationToken cancellationToken)
    {
        if (MaySeeAll(person) || organisation.IsFixer(person.Id, wardId))
        {
            return true;
        }

        return await channels.OfWardAsync(wardId, cancellationToken) is { } channel
            && (await roster.OfAsync(channel, cancellationToken))?.ContainsKey(person.Id) == true;
    }

    /// <summary>Linking a team's channels: admins, and whoever installed the bot in that team.</summary>
    public async Task<bool> MayLinkAsync(Person person, string? teamId, CancellationToken cancellationToken) =>
        organisation.IsAdmin(person.Id)
        || (teamId is not null && person.Is((await channels.FindTeamAsync(teamId, cancellationToken))?.InstallerId is { } id ? new Person(id, id) : null));
}
