namespace FeedbackBot.Store.Rows;

/// <summary>A Teams channel that the bot has seen, and the ward whose posts it shows.</summary>
public sealed class ChannelRow
{
    public required string Id { get; init; }

    public required string ServiceUrl { get; set; }

    public string? TenantId { get; set; }

    public string? TeamId { get; set; }

    public string? Name { get; set; }

    /// <summary>Unique: a ward has one channel, a channel one ward.</summary>
    public string? WardId { get; set; }

    /// <summary>Why nothing is sent there now; null when all is well.</summary>
    public string? PausedBecause { get; set; }
}
