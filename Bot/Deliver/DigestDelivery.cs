using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>Brings a digest to a boss's own chat, if they still want it by then.</summary>
public sealed class DigestDelivery(Chats chats, DigestBook book, DigestFace face, QuietTime quiet)
{
    /// <param name="row">Put into the outbox when the digest was due.</param>
    public async Task<RowResult> TellAsync(OutboxRow row, Reply.Digest digest, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(digest.PersonId, cancellationToken) is not { } wanted)
        {
            return new RowResult.Done("They have ended their digest.");
        }

        if (quiet.ForDigest(wanted, row.CreatedAt) is { } postponed)
        {
            return postponed;
        }

        return await chats.WriteAsync(
            digest.PersonId,
            null,
            async () => await face.OfAsync(digest, cancellationToken),
            closed => new RowResult.Failed(closed.Why),
            cancellationToken);
    }
}
