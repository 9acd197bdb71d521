namespace FeedbackBot.Cases.Patterns;

/// <summary>What a case's card says of other cases.</summary>
/// <param name="Patterns">One for each pattern that it is in, at most <see cref="MostPatterns"/>.</param>
/// <param name="Fixed">Null where it doesn't come again after fixing.</param>
public sealed record OtherCases(IReadOnlyList<PatternLine> Patterns, FixedBefore? Fixed)
{
    /// <summary>Who complains of everything is read no better for a longer card.</summary>
    public const int MostPatterns = 2;

    public static OtherCases None { get; } = new([], null);
}
