namespace FeedbackBot.Store.Rows;

/// <summary>A message by which someone was told of an escalation, and which version of it that shows.</summary>
public sealed class EscalationCardRow
{
    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    public required string EscalationId { get; init; }

    public required string PersonId { get; init; }

    public required string ServiceUrl { get; init; }

    public int ShownVersion { get; set; }
}
