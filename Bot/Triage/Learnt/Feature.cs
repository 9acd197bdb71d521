namespace FeedbackBot.Triage.Learnt;

/// <summary>Something that a text has and that may have a weight.</summary>
/// <param name="First">The first token that it is about; -1 when it is about the whole text.</param>
/// <param name="Last">The last one.</param>
public readonly record struct Feature(uint Hash, FeatureBlock Block, int First, int Last)
{
    /// <summary>It tells how the text is typed, and nothing of what it says.</summary>
    public bool IsTyping => Block is FeatureBlock.Manner or FeatureBlock.MannerPairs;
}
