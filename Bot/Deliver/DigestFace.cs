using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Store;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws a digest with what the store holds when it is sent.</summary>
public sealed class DigestFace(Organisation organisation, DigestReader reader, ShownCards shown, ChannelDirectory channels, TimeProvider clock)
{
    public async Task<JsonObject> OfAsync(Reply.Digest asked, CancellationToken cancellationToken)
    {
        if (DigestReach.Of(asked.PersonId, organisation) is not { } reach)
        {
            return ActivityJson.Text("Your digest has ended, because you are no longer set as a boss. Ask an admin if that is wrong.");
        }

        var digest = await reader.ReadAsync(reach, asked.Since, clock.GetUtcNow(), cancellationToken);

        // The toast says nothing about any ward: a phone on a table is read by others.
        return ActivityJson.Card(DigestCard.Of(digest, await LinksAsync(digest, cancellationToken), organisation), "Your digest");
    }

    private async Task<IReadOnlyDictionary<string, Uri>> LinksAsync(Digest digest, CancellationToken cancellationToken)
    {
        var linked = await channels.LinkedAsync(cancellationToken);
        var named = new[] { digest.MustNotWait, digest.Pals, digest.Waiting, digest.Praise }.SelectMany(p => p.First).Select(c => (c.Id, c.WardId))
            .Concat(digest.NotTaken.First.Select(e => (Id: e.CaseId, e.WardId)));
        var links = new Dictionary<string, Uri>();
        foreach (var (caseId, wardId) in named.DistinctBy(n => n.Id))
        {
            var channel = linked.GetValueOrDefault(wardId);
            var card = (await shown.OfCaseAsync(caseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel?.Id);
            if (CardLink.To(channel, card) is { } link)
            {
                links[caseId] = link;
            }
        }

        return links;
    }
}
