using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Summary;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws an answer with what the store holds now.</summary>
public sealed class ReplyFace(
    Organisation organisation,
    CaseStore cases,
    CaseSearch search,
    CaseLinks links,
    ChannelDirectory channels,
    TimeProvider clock)
{
    public async Task<DrawnReply> OfAsync(Reply reply, CancellationToken cancellationToken) => reply switch
    {
        Reply.Sentence sentence => ActivityJson.Text(sentence.Text),
        Reply.Help => ActivityJson.Card(HelpCard.Of(organisation), "What I can do"),
        Reply.WardList => ActivityJson.Card(await WardsAsync(cancellationToken), "The wards and their channels"),
        Reply.OfferLink offer when organisation.Find(offer.WardId) is { } ward =>
            ActivityJson.Card(OfferLinkCard.Of(ward), $"Shall {Possessive.Of(ward.Name)} posts come here?"),
        Reply.Figures figures => await FiguresAsync(figures, cancellationToken),
        Reply.OpenCases open => await ListAsync(
            $"Open in {(open.Wards is { } wards ? WardNames.Of(wards, organisation) : "all wards")}",
            open.Wards,
            null,
            cancellationToken),
        Reply.CasesOf mine => await ListAsync("Yours to fix", null, mine.PersonId, cancellationToken),
        Reply.Found found => await FoundAsync(found, cancellationToken),
        Reply.Unclear unclear => ActivityJson.Card(UnclearCard.Of(unclear.Text, unclear.Meanings), "I didn't understand that"),
        Reply.History history when await cases.FindAsync(history.CaseId, cancellationToken) is { } file =>
            DrawnReply.Of(ActivityJson.Card(HistoryCard.Of(file, organisation), "What happened"), file),
        Reply.WholePost whole when await cases.FindAsync(whole.CaseId, cancellationToken) is { } file =>
            DrawnReply.Of(ActivityJson.Card(WholePostCard.Of(file, organisation), "The whole post"), file),
        _ => ActivityJson.Text("That ward is no longer in the settings."),
    };

    private async Task<JsonObject> WardsAsync(CancellationToken cancellationToken)
    {
        var linked = await channels.LinkedAsync(cancellationToken);
        var waiting = await cases.NewByWardAsync(cancellationToken);
        return WardsCard.Of([.. organisation.Wards.Select(ward => new WardLine(
            ward.Id,
            ward.Name,
            linked.TryGetValue(ward.Id, out var channel) ? channel.Name ?? "General" : null,
            waiting.GetValueOrDefault(ward.Id)))]);
    }

    private async Task<JsonObject> FiguresAsync(Reply.Figures asked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (span, before) = SummarySpan.Of(asked.Range, now, new OrganisationDay(organisation.TimeZone));
        var histories = await cases.HistoriesAsync(before.From, asked.Wards, cancellationToken);
        var marks = await cases.MarksAsync(before.From, asked.Wards, cancellationToken);
        var facts = histories.Select(h => new CaseFacts(h.Key, h.Value) { Marks = marks.GetValueOrDefault(h.Key, CaseMarks.None) });
        var order = asked.Wards ?? organisation.Wards.Select(w => w.Id);
        var summary = DailySummary.Of(facts, span, before, now, order, asked.Wards) with { Pals = await PalsAsync(asked.Wards, cancellationToken) };
        var link = summary.Longest is null ? null : await links.OfAsync(summary.Longest.CaseId, summary.Longest.WardId, cancellationToken);
        return ActivityJson.Card(SummaryCard.Of(summary, organisation, link, now), $"Summary: {span.Title}");
    }

    /// <summary>They all have the same days to do it in, so what was handed over first is due first.</summary>
    private async Task<IReadOnlyList<PalsWait>> PalsAsync(IReadOnlyList<string>? wardIds, CancellationToken cancellationToken)
    {
        var waits = new List<PalsWait>();
        foreach (var one in await cases.WithPalsAsync(wardIds, cancellationToken))
        {
            var link = waits.Count < SummaryCard.MostPals ? await links.OfAsync(one.Id, one.WardId, cancellationToken) : null;
            waits.Add(new PalsWait(one.Id, one.WardId, one.Pals!) { Link = link });
        }

        return waits;
    }

    private async Task<DrawnReply> ListAsync(string title, IReadOnlyList<string>? wardIds, string? claimerId, CancellationToken cancellationToken)
    {
        var (files, count) = await cases.OpenAsync(wardIds, claimerId, ListCard.Most, cancellationToken);
        return count == 0
            ? ActivityJson.Text($"{title}: nothing. Well done.")
            : await ListAsync(title, files, count - files.Count, cancellationToken);
    }

    private async Task<DrawnReply> FoundAsync(Reply.Found asked, CancellationToken cancellationToken)
    {
        var (files, more) = await search.FindAsync(new CaseQuery(new SearchWords(asked.Words), asked.WardIds), 0, ListCard.Most, counted: true, cancellationToken);
        var words = Foreign.Inline(asked.Words, 60);
        return files.Count == 0
            ? ActivityJson.Text($"I found no case with \"{words}\" in its post, its author's name or a note.")
            : await ListAsync($"Found \"{words}\", the newest first", files, more, cancellationToken);
    }

    private async Task<DrawnReply> ListAsync(string title, IReadOnlyList<CaseFile> files, int more, CancellationToken cancellationToken)
    {
        var listed = new List<ListedCase>();
        foreach (var file in files)
        {
            listed.Add(new ListedCase(file, await links.OfAsync(file.Case.Id, file.Case.WardId, cancellationToken)));
        }

        return DrawnReply.Of(ActivityJson.Card(ListCard.Of(title, listed, more, organisation), title), files);
    }
}
