using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using Microsoft.EntityFrameworkCore;

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
            : RowResult.Of(verdict, ids => new RowResult.Done(null, context =>
            {
                context.Cards.Add(new CardRow
                {
                    ChannelId = channel.Id,
                    ThreadId = ids.ConversationId ?? channel.Id,
                    ActivityId = ids.ActivityId ?? "",
                    CaseId = caseId,
                    WardId = file.Case.WardId,
                    ShownVersion = file.Case.Version,
                    PostedAt = clock.GetUtcNow(),
                });
                return Task.CompletedTask;
            }));
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
        var written = new List<Func<FeedbackContext, Task>>();
        RowResult result = new RowResult.Done(stale.Count == 0 ? "Folded: the card is up to date." : null);
        foreach (var card in stale)
        {
            var verdict = await connector.EditAsync(
                channel.ServiceUrl,
                card.ThreadId,
                card.ActivityId,
                await DrawAsync(file, card.WardId, cancellationToken),
                cancellationToken);
            result = verdict is SendVerdict.GiveUp { Reason: GiveUpReason.Gone }
                ? new RowResult.Done("The card was gone.", Forget(card, file))
                : RowResult.Of(verdict, _ => new RowResult.Done(null, Shows(card, file.Case.Version)));
            if (result is not RowResult.Done done)
            {
                // What did work is repeated with the rest: an edit to the same is harmless.
                return result;
            }

            written.Add(done.Together!);
        }

        return result is RowResult.Done { Remark: var remark } && written.Count > 0
            ? new RowResult.Done(remark, async context =>
            {
                foreach (var write in written)
                {
                    await write(context);
                }
            })
            : result;
    }

    private static Func<FeedbackContext, Task> Shows(CardRow card, int version) => context => context.Cards
        .Where(c => c.ChannelId == card.ChannelId && c.ActivityId == card.ActivityId && c.ShownVersion < version)
        .ExecuteUpdateAsync(s => s.SetProperty(c => c.ShownVersion, version));

    /// <summary>Teams has lost the message: where the case still is in this ward, its card is posted anew, once for each card lost.</summary>
    private Func<FeedbackContext, Task> Forget(CardRow card, CaseFile file) => async context =>
    {
        await context.Cards.Where(c => c.ChannelId == card.ChannelId && c.ActivityId == card.ActivityId).ExecuteDeleteAsync();
        if (file.Case.WardId == card.WardId)
        {
            var again = OutboxEntry.ToWard(card.WardId, card.CaseId, new Intention.PostCard(card.CaseId));
            context.Outbox.Add(OutboxRows.Of(again with { Key = $"again:{card.ChannelId}:{card.ActivityId}" }, clock.GetUtcNow()));
        }
    };

    private async Task<JsonObject> DrawAsync(CaseFile file, string wardId, CancellationToken cancellationToken) =>
        ActivityJson.Card(await face.OfAsync(file, wardId, false, cancellationToken), face.ToastOf(file));
}
