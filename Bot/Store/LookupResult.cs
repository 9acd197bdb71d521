namespace FeedbackBot.Store;

/// <summary>What came of looking posts up, about to become durable in one transaction.</summary>
/// <param name="Asked">How many ids weren't looked up before on this UTC day: what the budget counts.</param>
/// <param name="Live">Posts that are still there, and of whose quoted posts the source said as much as well.</param>
/// <param name="LiveEditions">Their ids as the source bills them.</param>
/// <param name="People">Whom the source gave with them.</param>
/// <param name="Gone">Posts that the source no longer shows to the public.</param>
public sealed record LookupResult(
    int Asked,
    IReadOnlyCollection<string> Live,
    IReadOnlyCollection<string> LiveEditions,
    IReadOnlyCollection<string> People,
    IReadOnlyCollection<string> Gone)
{
    /// <summary>Editions that the source no longer shows to the public, and that posts of ours quote.</summary>
    public IReadOnlyCollection<string> GoneQuotes { get; init; } = [];

    /// <summary>By the edition's id, where the source withholds it by now; what it said nothing of isn't in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Withheld { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
