namespace FeedbackBot.Store.Rows;

/// <summary>A person's 1:1 chat with the bot.</summary>
public sealed class ChatRow
{
    public required string PersonId { get; init; }

    public required string ConversationId { get; set; }

    public required string ServiceUrl { get; set; }

    public string? TenantId { get; set; }
}
