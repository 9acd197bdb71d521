namespace FeedbackBot.Triage;

/// <summary>What stands between a word and the next one.</summary>
public enum WordGap
{
    /// <summary>Blanks and light punctuation.</summary>
    Space,

    /// <summary>A single hyphen: the two may as well be one word.</summary>
    Hyphen,

    /// <summary>The end of a sentence, a hashtag, a @handle or a link: no place words reach across.</summary>
    Break,
}
