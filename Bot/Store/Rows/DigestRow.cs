namespace FeedbackBot.Store.Rows;

/// <summary>When someone wants their digest, and which was sent last.</summary>
public sealed class DigestRow
{
    public required string PersonId { get; init; }

    /// <summary>As it can be typed: "Mon,Tue 08:30,17:00".</summary>
    public required string Schedule { get; set; }

    /// <summary>Their time zone, as Teams told it; null for the organisation's.</summary>
    public string? TimeZone { get; set; }

    public DateTimeOffset SetAt { get; set; }

    /// <summary>The last one that went into the outbox, as <see cref="Summary.Digests.DigestSlot.Text"/> says it.</summary>
    public string? SentKey { get; set; }
}
