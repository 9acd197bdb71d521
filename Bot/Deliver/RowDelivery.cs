using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>Carries out one outbox row's intention.</summary>
public sealed class RowDelivery(CardDelivery cards, PersonDelivery people, UnderCard underCard, AnswerDelivery answers, EscalationDelivery escalations, EscalationMention escalationMentions)
{
    /// <summary>Whether a row brings a new case, which may go into a list with others.</summary>
    public static bool IsNewCard(OutboxRow row) => KindOf(row) == "card";

    /// <summary>Whether a row brings cards up to date, which it does whenever it comes.</summary>
    public static bool IsRefresh(OutboxRow row) => KindOf(row) == "refresh";

    /// <summary>Whether a row answers a question, or tells what somebody asked to be told at a time: later, it tells nobody anything.</summary>
    public static bool IsReply(OutboxRow row) => KindOf(row) is "answer" or "tell-person";

    /// <summary>What to try anew where a row mentions somebody because they couldn't be written to; null where it does something else.</summary>
    public static Intention.TellEscalation? BeforeMention(OutboxRow row) =>
        KindOf(row) == "mention-escalation" && IntentionOf(row) is Intention.MentionEscalation { IsBeside: false, InWords: false } mention ? new(mention.EscalationId, mention.PersonId) : null;

    /// <param name="rows">One, or several new cases that go together in one list.</param>
    public Task<RowResult> DeliverAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken) =>
        rows is [var one] ? DeliverAsync(one, cancellationToken) : cards.PostListAsync(rows, cancellationToken);

    private static string? KindOf(OutboxRow row) => JsonNode.Parse(row.Intention)?["$type"]?.GetValue<string>();

    private static Intention? IntentionOf(OutboxRow row) => JsonSerializer.Deserialize<Intention>(row.Intention);

    private async Task<RowResult> DeliverAsync(OutboxRow row, CancellationToken cancellationToken) =>
        IntentionOf(row) switch
        {
            Intention.PostCard post => await cards.PostAsync(row, post.CaseId, cancellationToken),
            Intention.RefreshCards refresh => await cards.RefreshAsync(row, refresh.CaseId, cancellationToken),
            Intention.TellAssignee tell => await people.TellAsync(tell, cancellationToken),
            Intention.MentionAssignee mention => await underCard.MentionAsync(row, mention, cancellationToken),
            Intention.SayThanks thanks => await underCard.ThankAsync(row, thanks, cancellationToken),
            Intention.Answer answer => await answers.AnswerAsync(answer, cancellationToken),
            Intention.TellPerson tell => await answers.TellAsync(row, tell, cancellationToken),
            Intention.TakeBack take => await answers.TakeBackAsync(row, take.Message, cancellationToken),
            Intention.TellEscalation tell => await escalations.TellAsync(tell, cancellationToken),
            Intention.RefreshEscalation refresh => await escalations.RefreshAsync(row, refresh, cancellationToken),
            Intention.MentionEscalation mention => await escalationMentions.MentionAsync(row, mention, cancellationToken),
            var unknown => new RowResult.Failed($"An intention that this version doesn't know: {unknown?.GetType().Name}"),
        };
}
