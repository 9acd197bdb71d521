using FeedbackBot.Posts;

namespace FeedbackBot.Triage;

/// <summary>Which posts open no case. In doubt a post opens one: nothing is dropped for being short, odd or far from any ward.</summary>
public static class PostFilter
{
    /// <returns>The reason in words; null when the post opens a case.</returns>
    public static string? WhyNot(Post post) => post.IsRepost || IsRepostByHand(post.Text) ? "It passes on a post that was already read." : null;

    /// <summary>X writes a repost's text as "RT @author: …", and some programs make theirs that way, unmarked.</summary>
    private static bool IsRepostByHand(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (!start.StartsWith("RT @", StringComparison.Ordinal))
        {
            return false;
        }

        var afterHandle = start[4..].TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
        return afterHandle.Length < start.Length - 4 && afterHandle.StartsWith(':');
    }
}
