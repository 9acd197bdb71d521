using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Learning;

/// <summary>A labelled comment, or a post of our own.</summary>
/// <param name="Tone">0 complaint, 1 neutral, 2 compliment, 3 mixed, as in the weights; null where nobody has said. Both sets of comments call mixed neutral.</param>
/// <param name="Severity">0 to 1, where 1 is the worst; null likewise.</param>
/// <param name="Topics">One for each of our topics; null likewise.</param>
internal sealed record Comment(string Text, Source Source, int? Tone, float? Severity, bool[]? Topics)
{
    /// <summary>Comments that are nearly the same share it, and never stand on both sides of a test.</summary>
    public int Group { get; init; }

    /// <summary>Whether it is to be told at once; null for comments, of which nobody has said so.</summary>
    public bool? MustNotWait { get; init; }

    /// <summary>What that is about.</summary>
    public AlarmKind? Alarm { get; init; }

    /// <summary>A post of our own in words as plain as a comment's: whoever labels it, a complaint is a complaint.</summary>
    public bool IsPlain { get; init; }

    /// <summary>All that was said of it, in the words of those who said it: more than the tone and our topics, and each of them tells of the tone, too.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The tone, mixed counted as neutral.</summary>
    public int ThreeWay => Tone is 0 or 2 ? Tone.Value : 1;

    /// <summary>Like a post: five words or more, and no longer than X allows.</summary>
    public bool IsLikeAPost { get; } = Text.Length <= 280 && Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 5;
}
