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

    /// <summary>One of them as handed out at this moment, with the post that it quotes.</summary>
    /// <param name="photoBase">Where LocalTeams listens; null leaves the pictures out.</param>
    public Post ToPost(SamplePost sample, DateTimeOffset postedAt, Uri? photoBase)
    {
        var post = sample.ToPost(postedAt, photoBase);
        if (Posts.FirstOrDefault(p => p.Id == sample.Quotes) is not { } other)
        {
            return post;
        }

        var quoted = other.ToPost(postedAt - (sample.At - other.At), photoBase);
        return post with { Quote = new Quote(quoted.Id, quoted) };
    }
}
