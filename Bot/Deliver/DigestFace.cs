using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Store;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws a digest with what the store holds when it is sent.</summary>
public sealed class DigestFace(Organisation organisation, DigestReader reader, CaseLinks links, TimeProvider clock)
{
    public async Task<JsonObject> OfAsync(Reply.Digest asked, CancellationToken cancellationToken)
    {
        if (DigestReach.Of(asked.PersonId, organisation) is not { } reach)
        {
            return ActivityJson.Text("Your digest has ended, because you are no longer set as a boss. Ask an admin if that is wrong.");
        }

        var digest = await reader.ReadAsync(reach, asked.Since, clock.GetUtcNow(), cancellationToken);

        // The toast says nothing about any ward: a phone on a table is read by others.
        return ActivityJson.Card(DigestCard.Of(digest, await links.OfAsync(Named(digest), cancellationToken), organisation), "Your digest");
    }

    private static IEnumerable<(string CaseId, string WardId)> Named(Digest digest) =>
        new[] { digest.MustNotWait, digest.Pals, digest.Praise }.SelectMany(p => p.First).Concat(digest.Waiting.First.Select(w => w.Case)).Select(c => (c.Id, c.WardId))
            .Concat(digest.NotTaken.First.Select(e => (e.CaseId, e.WardId)));
}
