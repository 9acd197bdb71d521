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
    /// <summary>Whether the person is to hear of it by the settings of now.</summary>
    public bool IsFor(EscalationRow row, string personId) => EscalationAudience.Of(row.Kind, row.WardId, organisation.Now).Includes(personId);

    /// <summary>Whether the person is the lead, or a deputy, who answers for what must not wait.</summary>
    public bool IsForLead(EscalationRow row, string personId) => EscalationAudience.Of(row.Kind, row.WardId, organisation.Now) is { Finishers: not null } audience && audience.MayFinish(personId);

    /// <summary>The message in the chat of somebody who was told: they hear how it stands also where the case was moved since, and no more once they look after nothing.</summary>
    public async Task<JsonObject> OfAsync(EscalationRow row, string personId, CancellationToken cancellationToken) => organisation.Now.LooksAfterAnything(personId)
        ? ActivityJson.Card(await CardAsync(row, cancellationToken), EscalationCard.Title(row.Kind))
        : ActivityJson.Text("This isn't shown here any more, because you no longer look after a ward.");

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
