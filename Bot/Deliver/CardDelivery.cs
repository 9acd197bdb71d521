using System.Text.Json.Nodes;
using FeedbackBot.Cards;
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
    ListFace lists)
{
    /// <summary>The case's card in the channel of its ward.</summary>
    public async Task<RowResult> PostAsync(OutboxRow row, string caseId, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        var file = await cases.FindAsync(caseId, cancellationToken);
        if (channel is null || file is null || file.Case.WardId != row.WardId)
        {
            return new RowResult.Done("The case has moved on.");
        }

        if (await HasCardAsync(caseId, channel, cancellationToken))
        {
            // It came back to a ward that has its card already: shown once, brought up to date.
            return await RefreshAsync(row, caseId, cancellationToken);
        }

        var card = ActivityJson.Card(await face.OfAsync(file, file.Case.WardId, Detail.Usual, null, cancellationToken), face.ToastOf(file));
        return await PostAsync(channel, card, [file], isList: false, cancellationToken);
    }

    /// <summary>In a storm: several cases' first appearance in one message.</summary>
    public async Task<RowResult> PostListAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(rows[0].Lane!, cancellationToken);
        var files = new List<CaseFile>();
        foreach (var row in channel is null ? [] : rows)
        {
            if (await cases.FindAsync(row.CaseId!, cancellationToken) is { } file && file.Case.WardId == row.WardId
                && !await HasCardAsync(row.CaseId!, channel!, cancellationToken))
            {
                files.Add(file);
            }
        }

        return files.Count == 0
            ? new RowResult.Done("The cases have moved on.")
            : await PostAsync(channel!, await ListAsync(files, channel!, cancellationToken), files, isList: true, cancellationToken);
    }

    /// <summary>
    /// Every card of the case in this lane shows how it stands, one request at a time. What already does is left alone, so waiting refreshes fold into one.
    /// </summary>
    public async Task<RowResult> RefreshAsync(OutboxRow row, string caseId, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        var file = await cases.FindAsync(caseId, cancellationToken);
        if (channel is null || file is null)
        {
            return new RowResult.Done("There is no card to refresh.");
        }

        var stale = (await shown.OfCaseAsync(caseId, cancellationToken))
            .Where(c => c.ChannelId == channel.Id && c.ShownVersion < file.Case.Version)
            .ToList();
        if (stale.Count == 0)
        {
            return new RowResult.Done("Folded: the card is up to date.");
        }

        var (activity, drawn) = await DrawAsync(stale[0], file, channel, cancellationToken);
        var verdict = await connector.EditAsync(channel.ServiceUrl, stale[0].ThreadId, stale[0].ActivityId, activity, cancellationToken);
        return RowResult.Of(
            verdict,
            _ => After(stale, null, [.. drawn.Select(d => new Aftermath.CardShows(d.Card, d.File.Case.Version))]),
            gone => gone.Reason == GiveUpReason.Gone
                ? After(stale, "The card was gone.", [.. drawn.Select(d => new Aftermath.CardLost(d.Card, PostAnew: d.File.Case.WardId == d.Card.WardId))])
                : null);
    }

    private static RowResult After(List<CardRow> stale, string? remark, IReadOnlyList<Aftermath> together) =>
        stale.Count > 1 ? new RowResult.More(together) : new RowResult.Done(remark, together);

    /// <summary>A list doesn't count: a case on which somebody works gets a card of its own.</summary>
    private async Task<bool> HasCardAsync(string caseId, ChannelRow channel, CancellationToken cancellationToken) =>
        (await shown.OfCaseAsync(caseId, cancellationToken)).Any(c => c.ChannelId == channel.Id && !c.IsList);

    private async Task<RowResult> PostAsync(
        ChannelRow channel,
        JsonObject activity,
        IReadOnlyList<CaseFile> files,
        bool isList,
        CancellationToken cancellationToken)
    {
        var verdict = await connector.PostToChannelAsync(channel.ServiceUrl, channel.Id, channel.TenantId, activity, cancellationToken);
        return RowResult.Of(
            verdict,
            ids => ids.ActivityId is not { } activityId
                ? new RowResult.Done("Teams gave the card no id: it is kept up to date once someone presses it.")
                : new RowResult.Done(null, [.. files.Select(file => new Aftermath.CardStands(new CardRow
                {
                    ChannelId = channel.Id,
                    ThreadId = ids.ConversationId ?? channel.Id,
                    ActivityId = activityId,
                    CaseId = file.Case.Id,
                    WardId = file.Case.WardId,
                    ShownVersion = file.Case.Version,
                    IsList = isList,
                }))]),
            gone => gone.Reason == GiveUpReason.Gone ? new RowResult.Pause($"{gone.Why}: the channel is gone") : null);
    }

    /// <returns>What the card shall show now, and every case on it.</returns>
    private async Task<(JsonObject Activity, IReadOnlyList<(CardRow Card, CaseFile File)> Drawn)> DrawAsync(
        CardRow card,
        CaseFile file,
        ChannelRow channel,
        CancellationToken cancellationToken)
    {
        if (!card.IsList)
        {
            return (ActivityJson.Card(await face.OfAsync(file, card.WardId, Detail.Usual, null, cancellationToken), face.ToastOf(file)), [(card, file)]);
        }

        var drawn = await lists.CasesOnAsync(channel.Id, card.ActivityId, cancellationToken);
        return (await ListAsync([.. drawn.Select(d => d.File)], channel, cancellationToken), drawn);
    }

    private async Task<JsonObject> ListAsync(IReadOnlyList<CaseFile> files, ChannelRow channel, CancellationToken cancellationToken) =>
        ActivityJson.Card(await lists.OfAsync(files, channel, cancellationToken), lists.TitleOf(files, channel));
}
