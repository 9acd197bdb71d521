namespace FeedbackBot.Tests.Deliver;

/// <summary>What the fake Teams is told to answer instead of doing what it was asked.</summary>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Body">Instead of the error object.</param>
internal sealed record TeamsAnswer(int Status, string? Code = null, int? RetryAfter = null, string? Body = null)
{
    /// <summary>Does what it was asked, and the connection breaks before the answer arrives.</summary>
    public static TeamsAnswer Lost { get; } = new(0);

    public static TeamsAnswer TooMany(int seconds) => new(429, "Throttled", seconds);
}
