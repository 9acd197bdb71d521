using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.LocalTeams;

/// <summary>
/// Links wards without a channel to the local team's channels, as an admin would: by saying "link" in them. A newcomer should see
/// posts arrive, not learn to link first. It comes before the installation, or each channel would be offered for linking as well.
/// </summary>
public sealed class LocalLinks(
    ChannelDirectory channels,
    LocalTeamsClient teams,
    IHostApplicationLifetime lifetime)
{
    public async Task LinkAsync(IEnumerable<Ward> wards, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(cancellationToken);
        }

        foreach (var ward in wards)
        {
            // A channel that somebody gave to another ward stays with that.
            var own = LocalChannel.ForWard(ward.Id, ward.Name).Id;
            if (await channels.OfWardAsync(ward.Id, cancellationToken) is null && (await channels.FindAsync(own, cancellationToken))?.WardId is null)
            {
                await teams.LinkAsync(own, ward.Id, cancellationToken);
            }
        }
    }
}
