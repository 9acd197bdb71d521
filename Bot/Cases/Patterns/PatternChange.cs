namespace FeedbackBot.Cases.Patterns;

/// <summary>What becomes of a pattern.</summary>
/// <param name="Pattern">As it is afterwards; its <see cref="Pattern.TellAt"/> says when its card is due.</param>
public abstract record PatternChange(Pattern Pattern)
{
    /// <summary>A second person complained: bosses get its card at once.</summary>
    public sealed record Opened(Pattern Pattern) : PatternChange(Pattern);

    public sealed record Joined(Pattern Pattern) : PatternChange(Pattern);

    /// <summary>Somebody took a case out, or it went to another ward.</summary>
    public sealed record Left(Pattern Pattern) : PatternChange(Pattern);

    /// <param name="Why">A sentence for its card.</param>
    public sealed record Ended(Pattern Pattern, string Why) : PatternChange(Pattern);
}
