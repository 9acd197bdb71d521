using System.Threading.Channels;
using FeedbackBot.Wards;

namespace FeedbackBot.LocalTeams;

/// <summary>Gives a ward that is new in the settings its channel in the local team, as an admin of the real one would, and the page its hashtags.</summary>
internal sealed class LocalWards(Organisation organisation, LocalTenant tenant, LocalLinks links) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changes = Channel.CreateBounded<OrganisationFacts>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var known = tenant.Options.Channels.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        organisation.Changed += OnChanged;
        OnChanged();
        try
        {
            await foreach (var now in changes.Reader.ReadAllAsync(stoppingToken))
            {
                tenant.Options.OrganisationName = now.Name;
                tenant.Options.Hashtags = now.Hashtags;
                // Only the new ones: somebody may have unlinked an old one's channel.
                var wards = now.Wards.Where(w => known.Add(ChannelOf(w).Id)).ToList();
                foreach (var channel in wards.Select(ChannelOf))
                {
                    tenant.Open(new(channel.Id, channel.Name, null));
                }

                await links.LinkAsync(wards, stoppingToken);
            }
        }
        finally
        {
            organisation.Changed -= OnChanged;
        }

        void OnChanged() => changes.Writer.TryWrite(organisation.Now);
    }

    private static LocalChannel ChannelOf(Ward ward) => LocalChannel.ForWard(ward.Id, ward.Name);
}
