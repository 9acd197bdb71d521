namespace FeedbackBot.Cases.Patterns;

/// <summary>What a new complaint means beside those that are there.</summary>
/// <param name="Change">Null where it makes no pattern and belongs to none.</param>
/// <param name="AgainAfter">The latest complaint about the same thing that was resolved a short while before; null where there is none.</param>
public sealed record PatternDecision(PatternChange? Change, Complaint? AgainAfter)
{
    public static PatternDecision Nothing { get; } = new(null, null);
}
