namespace FeedbackBot.Posts.Samples;

/// <summary>The setting <c>Samples</c>: whether a fictional day drips in, and how fast.</summary>
public sealed class SamplesOptions
{
    public const string Section = "Samples";

    /// <summary>Null leaves it to the caller: true in local mode without an X token.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Slow enough to read a card before the next one arrives.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Where /local/photos is served, if not by this bot's own local page.</summary>
    public Uri? PhotoBase { get; set; }

    /// <returns>One sentence per fault; empty when the settings are whole.</returns>
    public IReadOnlyList<string> Faults() =>
    [
        .. Interval <= TimeSpan.Zero || Interval > TimeSpan.FromDays(1)
            ? [$"Samples:Interval is {Interval}. Use a time over zero and up to one day, such as 00:00:08."]
            : Array.Empty<string>(),
        .. PhotoBase is { } photos && !(photos.IsAbsoluteUri && photos.Scheme is "http" or "https")
            ? [$"Samples:PhotoBase is '{photos}'. Use an address that starts with http:// or https://, or leave it out."]
            : Array.Empty<string>(),
    ];
}
