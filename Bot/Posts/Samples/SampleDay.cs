using System.Text.Json;

namespace FeedbackBot.Posts.Samples;

/// <summary>A fictional day of posts at one hospital, in the order they were written.</summary>
public sealed record SampleDay(IReadOnlyList<SamplePost> Posts)
{
    /// <summary>The day that ships with the bot.</summary>
    public static SampleDay Load()
    {
        using var day = typeof(SampleDay).Assembly.GetManifestResourceStream("sample-day.json")!;
        return new(JsonSerializer.Deserialize<SamplePost[]>(day, JsonSerializerOptions.Web)!);
    }
}
