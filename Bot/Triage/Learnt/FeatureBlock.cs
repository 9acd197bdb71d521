namespace FeedbackBot.Triage.Learnt;

/// <summary>What a feature is made of. Each block counts by its share, so that a long post isn't louder than a short one.</summary>
public enum FeatureBlock
{
    /// <summary>Words, with their neighbours and what is said of them.</summary>
    Words,

    /// <summary>Three to five letters of a word: "disgusted" reminds of "disgusting", and so does "disgustin".</summary>
    Letters,

    /// <summary>Length, shouting, and how many words of praise or complaint there are.</summary>
    Shape,

    /// <summary>How it is typed (<see cref="Learnt.Manner"/>).</summary>
    Manner,

    /// <summary>Each two of these at once.</summary>
    MannerPairs,
}
