namespace FeedbackBot.Summary.Digests;

/// <summary>The first of several things, and how many there are.</summary>
public sealed record DigestPart<T>(IReadOnlyList<T> First, int Count)
{
    public int Left => Count - First.Count;
}
