using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Puts cases' cards into channels and keeps them true (promise 4): each is drawn from the store as it is sent.</summary>
public sealed class CardDelivery(
    ConnectorClient connector,
    CaseStore cases,
    ShownCards shown,
    ChannelDirectory channels,
    CardFace face,
    TimeProvider clock)
{
    /// <summary>The case's card in the channel of its ward.</summary>
    public async Task<RowResult> PostAsync(OutboxRow row, string caseId, CancellationToken cancellationToken)
    {
        var file = await cases.FindAsync(caseId, cancellationToken);
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        if (file is null || channel is null || file.Case.WardId != row.WardId)
        {
            return new RowResult.Done("The case has moved on.");
        }

        if ((await shown.OfCaseAsync(caseId, cancellationToken)).Any(c => c.ChannelId == channel.Id))
        {
            // It came back to a ward that has its card already: shown once, brought up to date.
            return await RefreshAsync(row, caseId, cancellationToken);
        }

        var verdict = await connector.PostToChannelAsync(
            channel.ServiceUrl,
            channel.Id,
            channel.TenantId,
            await DrawAsync(file, file.Case.WardId, cancellationToken),
            cancellationToken);
        return verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone } gone
            ? new RowResult.Pause($"{gone.Why}: the channel is gone")
            : RowResult.Of(verdict, ids => new RowResult.Done(null, [new Aftermath.CardStands(new CardRow
            {
                ChannelId = channel.Id,
                ThreadId = ids.ConversationId ?? channel.Id,
                ActivityId = ids.ActivityId ?? "",
                CaseId = caseId,
                WardId = file.Case.WardId,
                ShownVersion = file.Case.Version,
                PostedAt = clock.GetUtcNow(),
            })]));
    }

    /// <summary>Every card of the case in this lane shows how it stands. What already does is left alone, so waiting refreshes fold into one.</summary>
    public async Task<RowResult> RefreshAsync(OutboxRow row, string caseId, CancellationToken cancellationToken)
    {
        var file = await cases.FindAsync(caseId, cancellationToken);
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        if (file is null || channel is null)
        {
            return new RowResult.Done("There is no card to refresh.");
        }

        var stale = (await shown.OfCaseAsync(caseId, cancellationToken))
            .Where(c => c.ChannelId == channel.Id && c.ShownVersion < file.Case.Version)
            .ToList();
        var written = new List<Aftermath>();
        var remark = stale.Count == 0 ? "Folded: the card is up to date." : null;
        foreach (var card in stale)
        {
            var verdict = await connector.EditAsync(
                channel.ServiceUrl,
                card.ThreadId,
                card.ActivityId,
                await DrawAsync(file, card.WardId, cancellationToken),
                cancellationToken);
            var result = verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone }
                ? new RowResult.Done("The card was gone.", [Lost(card, file)])
                : RowResult.Of(verdict, _ => new RowResult.Done(null, [new Aftermath.CardShows(card, file.Case.Version)]));
            if (result is not RowResult.Done done)
            {
                // What did work is repeated with the rest: an edit to the same is harmless.
                return result;
            }

            remark = done.Remark ?? remark;
            written.AddRange(done.Together!);
        }

        return new RowResult.Done(remark, written);
    }

    /// <summary>Where the case still is in this ward, its card is posted anew, once for each card lost.</summary>
    private static Aftermath.CardLost Lost(CardRow card, CaseFile file) => new Aftermath.CardLost(card, PostAnew: file.Case.WardId == card.WardId);

    private async Task<JsonObject> DrawAsync(CaseFile file, string wardId, CancellationToken cancellationToken) =>
        ActivityJson.Card(await face.OfAsync(file, wardId, false, cancellationToken), face.ToastOf(file));
}
