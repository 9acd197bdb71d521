using System.Globalization;

namespace FeedbackBot.Posts.X;

/// <summary>What to ask recent search.</summary>
public static class XSearchUrl
{
    public const int Length = 512;

    /// <summary>As few queries as hold all hashtags.</summary>
    public static IReadOnlyList<string> Queries(IEnumerable<string> hashtags) => XHashtags.Pack(hashtags, Length);

    /// <param name="nextToken">Leads to an older page; null for the first.</param>
    public static string Of(string query, XSearchFrom from, string? nextToken)
    {
        var since = from.SinceId is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"since_id={id}")
            : $"start_time={from.StartTime!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
        var page = nextToken is null ? "" : $"&next_token={Uri.EscapeDataString(nextToken)}";
        return $"2/tweets/search/recent?query={Uri.EscapeDataString(query)}&max_results=100&{since}{page}&{XFields.Query}";
    }
}
