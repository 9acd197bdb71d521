using FeedbackBot.Triage;

namespace FeedbackBot.Summary;

/// <summary>The day (or week) in figures, beside the one before.</summary>
/// <param name="Wards">By ward id, in the organisation's order; only wards with anything to tell.</param>
/// <param name="Before">All wards' figures of the span before this one, of the same length.</param>
/// <param name="Longest">Null when nothing waits.</param>
public sealed record DailySummary(
    SummarySpan Span,
    WardFigures All,
    WardFigures Before,
    IReadOnlyList<KeyValuePair<string, WardFigures>> Wards,
    LongestWait? Longest)
{
    /// <summary>The wards that it is about; null for all.</summary>
    public IReadOnlyList<string>? WardIds { get; init; }

    /// <summary>What the received cases complain of, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<Topic, int>> Complained { get; init; } = [];

    /// <summary>What they praise, likewise.</summary>
    public IReadOnlyList<KeyValuePair<Topic, int>> Praised { get; init; } = [];

    /// <summary>What PALS has yet to acknowledge now, the most pressing first.</summary>
    public IReadOnlyList<PalsWait> Pals { get; init; } = [];

    /// <summary>
    /// Counts the cases. One moved between wards was received where it arrived first, and waits, is claimed or is resolved where it is.
    /// </summary>
    /// <param name="cases">At least those that were open at the start of <paramref name="before"/> or had an event since.</param>
    /// <param name="wardOrder">Ward ids; wards that are configured no more come after them.</param>
    /// <param name="onlyWardIds">For a summary of some wards; null for all.</param>
    public static DailySummary Of(
        IEnumerable<CaseFacts> cases,
        SummarySpan span,
        SummarySpan before,
        DateTimeOffset now,
        IEnumerable<string> wardOrder,
        IReadOnlyList<string>? onlyWardIds = null)
    {
        var count = new SpanCount(span, now, onlyWardIds);
        var countBefore = new SpanCount(before, now, onlyWardIds);
        foreach (var facts in cases)
        {
            count.Add(facts);
            countBefore.Add(facts);
        }

        return new DailySummary(span, count.All.ToFigures(), countBefore.All.ToFigures(), [.. InOrder(count.Wards, wardOrder)], count.Longest)
        {
            WardIds = onlyWardIds,
            Complained = Of(Tone.Complaint, count),
            Praised = Of(Tone.Compliment, count),
        };
    }

    private static List<KeyValuePair<Topic, int>> Of(Tone tone, SpanCount count) =>
        [.. count.Topics.Where(t => t.Key.Tone == tone).OrderByDescending(t => t.Value).ThenBy(t => t.Key.Topic).Select(t => KeyValuePair.Create(t.Key.Topic, t.Value))];

    private static IEnumerable<KeyValuePair<string, WardFigures>> InOrder(Dictionary<string, FiguresTally> wards, IEnumerable<string> wardOrder)
    {
        var known = wardOrder.Distinct(StringComparer.OrdinalIgnoreCase).Where(wards.ContainsKey).ToList();
        return known
            .Concat(wards.Keys.Except(known, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
            .Select(id => KeyValuePair.Create(id, wards[id].ToFigures()));
    }
}
