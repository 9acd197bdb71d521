using FeedbackBot.Cases;

namespace FeedbackBot.Store;

/// <summary>Which cases someone looks for.</summary>
/// <param name="Words">All of them must be found; none finds every case.</param>
/// <param name="WardIds">The wards that may be shown; null for all.</param>
/// <param name="States">Null for all.</param>
public sealed record CaseQuery(SearchWords Words, IReadOnlyList<string>? WardIds = null, IReadOnlyList<CaseState>? States = null);
