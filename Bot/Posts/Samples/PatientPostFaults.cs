namespace FeedbackBot.Posts.Samples;

/// <summary>Every fault in a post written in local mode, each naming the field and the cure.</summary>
public static class PatientPostFaults
{
    /// <summary>X's own limit for its longest posts.</summary>
    public const int LongestText = 25_000;

    /// <summary>X's own limit for a picture's description.</summary>
    public const int LongestAltText = 1_000;

    /// <summary>Twice what X allows.</summary>
    public const int LongestName = 100;

    /// <returns>One sentence or two per fault; empty when the post can be made.</returns>
    public static IReadOnlyList<string> Of(PatientPost post) => [.. All(post)];

    internal static Uri? Photo(PatientPost post) =>
        Uri.TryCreate(post.PhotoUrl?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static IEnumerable<string> All(PatientPost post)
    {
        if (string.IsNullOrWhiteSpace(post.Text) && string.IsNullOrWhiteSpace(post.PhotoUrl))
        {
            yield return "text and photoUrl are both missing. Write something, or give a picture's address.";
        }

        if (!string.IsNullOrWhiteSpace(post.PhotoUrl) && Photo(post) is null)
        {
            yield return "photoUrl isn't a whole web address. Start it with http:// or https://, or leave it out.";
        }

        var fields = new[]
        {
            (Name: "text", Value: post.Text, Longest: LongestText),
            (Name: "author", Value: post.Author, Longest: LongestName),
            (Name: "handle", Value: post.Handle, Longest: LongestName),
            (Name: "photoAltText", Value: post.PhotoAltText, Longest: LongestAltText),
        };
        foreach (var (name, value, longest) in fields)
        {
            if (value?.Length > longest)
            {
                yield return FormattableString.Invariant($"{name} has {value.Length:N0} characters. Shorten it to {longest:N0} at most.");
            }

            // PostgreSQL can't keep it.
            if (value?.Contains('\0', StringComparison.Ordinal) == true)
            {
                yield return $"{name} contains a null character. Remove it.";
            }
        }
    }
}
