using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws an escalation with what the store holds now.</summary>
public sealed class EscalationFace(Attention attention, CaseStore cases, CaseLinks caseLinks, OtherCasesReader others, Organisation organisation, PatternRule rule)
{
    public async Task<JsonObject> OfAsync(EscalationRow row, CancellationToken cancellationToken) =>
        ActivityJson.Card(await CardAsync(row, cancellationToken), EscalationCard.Title(row.Kind));

    public async Task<JsonObject> CardAsync(EscalationRow row, CancellationToken cancellationToken)
    {
        var pattern = row.Kind == EscalationKind.Pattern ? await attention.PatternAsync(row.Subject, cancellationToken) : null;
        var ids = pattern is null ? [row.Subject] : pattern.Complaints.OrderBy(c => c.At).Select(c => c.CaseId).Distinct().ToList();
        var files = (await cases.FilesAsync(ids, cancellationToken)).OrderBy(f => f.Post.PostedAt).ThenBy(f => f.Case.Id, StringComparer.Ordinal).ToList();
        for (var at = Math.Max(0, files.Count - EscalationCard.MostPosts); at < files.Count; at++)
        {
            files[at] = await others.WithOthersAsync(files[at], cancellationToken);
        }

        var links = await caseLinks.OfAsync(files.TakeLast(EscalationCard.MostPosts).Select(f => (f.Case.Id, f.Case.WardId)), cancellationToken);
        var why = pattern is null ? row.Why : $"{row.Why.TrimEnd('.')}, {Words.Count(pattern.People, "person", "people")} so far.";
        return EscalationCard.Of(row.ToEscalation(), why, files, links, pattern is null ? null : EscalationCard.RuleOf(pattern, rule), organisation);
    }
}
