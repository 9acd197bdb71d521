namespace FeedbackBot.Posts;

/// <summary>Compares the ids of a post's editions.</summary>
public static class Edition
{
    /// <summary>X's ids are numbers of up to 19 digits that grow: the longer is newer, then the greater.</summary>
    public static bool IsNewer(string editionId, string than) => editionId.Length != than.Length
        ? editionId.Length > than.Length
        : string.CompareOrdinal(editionId, than) > 0;

    public static IComparer<string> OldestFirst { get; } = Comparer<string>.Create((a, b) => a == b ? 0 : IsNewer(a, b) ? 1 : -1);
}
