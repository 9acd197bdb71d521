namespace FeedbackBot.Learning;

/// <summary>A labelled comment.</summary>
/// <param name="Tone">0 complaint, 1 neutral, 2 compliment, as in the weights.</param>
/// <param name="Severity">0 to 1, where 1 is the worst.</param>
/// <param name="Topics">One for each of our topics.</param>
/// <param name="Group">Comments that are nearly the same share it, and never stand on both sides of a test.</param>
internal sealed record Comment(string Text, Source Source, int Tone, float Severity, bool[] Topics, int Group)
{
    /// <summary>Like a post: five words or more, and no longer than X allows.</summary>
    public bool IsLikeAPost { get; } = Text.Length <= 280 && Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 5;
}
