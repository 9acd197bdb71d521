namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>What people do with a generated case.</summary>
internal enum CaseDeed
{
    Resolve,
    Dismiss,
    TakeOut,
}
