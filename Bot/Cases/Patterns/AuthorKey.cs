using FeedbackBot.Posts;
using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>Who wrote a post, and what, in forms that can be compared: a pattern is of several people, not of one who is loud.</summary>
public static class AuthorKey
{
    /// <summary>Fewer words than these two strangers may well both write.</summary>
    private const int FewestWords = 6;

    /// <summary>The same for all posts of one author; all posts of unknown authors count as one author's.</summary>
    public static string Of(Author author) =>
        author.Handle is { Length: > 0 } handle ? $"@{handle.Trim().TrimStart('@').ToLowerInvariant()}" : author.Name.Trim().ToLowerInvariant();

    /// <summary>The same for a text that somebody passes on as their own, "RT" and "via" included; null for one too short to tell.</summary>
    public static string? OfText(string text)
    {
        var words = new WordReader(text).Words.Select(w => w.Text).ToList();
        var (from, to) = (words.FindIndex(w => w is not ("rt" or "mt")), words.FindLastIndex(w => w is not ("via" or "from" or "rt")) + 1);
        return to - from >= FewestWords ? string.Join(' ', words[from..to]) : null;
    }
}
