namespace FeedbackBot.Posts.X;

/// <summary>Every fault in the setting <c>X</c>, each naming the setting, its value (unless it's the secret) and the cure.</summary>
public static class XOptionsFaults
{
    /// <returns>One sentence or two per fault; empty when the settings are whole.</returns>
    public static IReadOnlyList<string> Of(XOptions options) => [.. All(options)];

    private static IEnumerable<string> All(XOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return $"X:BaseUrl is '{options.BaseUrl}', which isn't an absolute http or https URL. Use https://api.x.com, or leave it out.";
        }

        if (options.BearerToken?.Trim() is { Length: > 0 } token && !token.All(c => c is > ' ' and < '\x7f'))
        {
            yield return "X:BearerToken has a blank, a line break or a letter outside ASCII in it, so it can't be a token. Copy it again from X's developer portal.";
        }
    }
}
