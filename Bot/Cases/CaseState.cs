namespace FeedbackBot.Cases;

/// <summary>Where a case stands (design.md, section 5).</summary>
public enum CaseState
{
    New,
    Claimed,
    Resolved,
    Dismissed,
}
