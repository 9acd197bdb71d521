namespace FeedbackBot.Store.Rows;

/// <summary>A team in which the bot is, or was, installed.</summary>
public sealed class TeamRow
{
    public required string Id { get; init; }

    public required string ServiceUrl { get; set; }

    public string? TenantId { get; set; }

    public string? Name { get; set; }

    /// <summary>Who installed it there: may link channels.</summary>
    public string? InstallerId { get; set; }

    public bool Removed { get; set; }
}
