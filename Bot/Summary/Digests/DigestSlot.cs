namespace FeedbackBot.Summary.Digests;

/// <summary>One time at which a digest is due.</summary>
/// <param name="Key">The local day and time, "2026-11-23T08:30": what is kept of a sent one, and never comes twice whatever clocks do.</param>
/// <param name="At">The moment, in UTC.</param>
public sealed record DigestSlot(string Key, DateTimeOffset At)
{
    /// <summary>Of <see cref="Key"/>.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm";
}
