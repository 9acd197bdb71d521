using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.LocalTeams;

/// <summary>
/// Links wards without a channel to the local team's channels at start, as an admin would: by saying "link" in them. A newcomer should see
/// posts arrive, not learn to link first.
/// </summary>
public sealed class LocalLinks(
    Organisation organisation,
    ChannelDirectory channels,
    LocalTeamsClient teams,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }

        var linked = await channels.LinkedAsync(stoppingToken);
        foreach (var ward in organisation.Wards.Where(w => !linked.ContainsKey(w.Id)))
        {
            await teams.LinkAsync(LocalChannel.ForWard(ward.Id, ward.Name).Id, ward.Id, stoppingToken);
        }
    }
}
