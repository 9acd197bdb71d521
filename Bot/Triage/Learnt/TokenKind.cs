namespace FeedbackBot.Triage.Learnt;

/// <summary>What a token of a text is.</summary>
public enum TokenKind
{
    Word,

    /// <summary>An emoji, or one of the faces that people type.</summary>
    Emoji,

    /// <summary>A comma, a dash or a bracket: a clause may end here.</summary>
    Pause,

    /// <summary>A full stop or the end of a line.</summary>
    Stop,

    /// <summary>An exclamation mark.</summary>
    Shout,

    /// <summary>A question mark.</summary>
    Question,
}
