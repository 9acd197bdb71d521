using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Who may ask what.</summary>
public sealed class Access(Organisation organisation, ChannelDirectory channels, Roster roster, TimeProvider clock)
{
    /// <summary>What hasn't been told of so many wards' members by then is left for the next question: someone waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The whole organisation's figures and cases.</summary>
    public bool MaySeeAll(Person person) => organisation.IsBoss(person.Id) || organisation.IsAdmin(person.Id);

    /// <summary>One ward's figures and cases.</summary>
    public async Task<bool> MaySeeAsync(Person person, string wardId, CancellationToken cancellationToken) =>
        MaySeeAll(person)
        || organisation.IsBossOf(person.Id, wardId)
        || organisation.IsFixer(person.Id, wardId)
        || await roster.HasAsync(await channels.OfWardAsync(wardId, cancellationToken), person, cancellationToken);

    /// <summary>One case, wherever it is shown.</summary>
    public async Task<bool> MaySeeAsync(Person person, Case @case, CancellationToken cancellationToken) =>
        (@case.WasAlarming && organisation.MayCloseAlarms(person.Id, @case.WardId)) || await MaySeeAsync(person, @case.WardId, cancellationToken);

    /// <summary>The wards whose cases a person may see; null for all of them.</summary>
    public async Task<IReadOnlyList<string>?> WardsOfAsync(Person person, CancellationToken cancellationToken)
    {
        if (MaySeeAll(person))
        {
            return null;
        }

        var own = organisation.Wards.Where(w => organisation.IsFixer(person.Id, w.Id) || organisation.IsBossOf(person.Id, w.Id)).Select(w => w.Id).ToList();
        var start = clock.GetTimestamp();
        foreach (var (wardId, channel) in await channels.LinkedAsync(cancellationToken))
        {
            if (!own.Contains(wardId) && clock.GetElapsedTime(start) < Patience && await roster.HasAsync(channel, person, cancellationToken))
            {
                own.Add(wardId);
            }
        }

        return own;
    }

    /// <summary>Linking a team's channels: admins, and whoever installed the bot in that team.</summary>
    public async Task<bool> MayLinkAsync(Person person, string? teamId, CancellationToken cancellationToken) =>
        organisation.IsAdmin(person.Id)
        || (teamId is not null && person.Is((await channels.FindTeamAsync(teamId, cancellationToken))?.InstallerId is { } id ? new Person(id, id) : null));
}
