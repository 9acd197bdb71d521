using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Store;

/// <summary>What a ward still has to do.</summary>
internal static class OpenCases
{
    /// <summary>New or claimed; inside another query ask for it beforehand.</summary>
    public static IQueryable<CaseRow> Open(this IQueryable<CaseRow> cases) => cases.Where(c => c.State == CaseState.New || c.State == CaseState.Claimed);
}
